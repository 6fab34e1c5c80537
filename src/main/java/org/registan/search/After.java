package org.registan.search;

/** A place between hits, which stays good on every node. */
public record After(int score, String order) {}
