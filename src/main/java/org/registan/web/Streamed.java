package org.registan.web;

import jakarta.ws.rs.core.StreamingOutput;

/** The body of an answer that is written as it is read; see {@link StreamWriter}. */
public record Streamed(StreamingOutput body) {}
