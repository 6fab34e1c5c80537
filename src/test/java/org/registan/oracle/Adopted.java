package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A policy in force.
 *
 * @param policy in the contract's form {@code Policy}
 * @param atApproval the facts when its version was approved
 */
public record Adopted(JsonNode policy, Facts atApproval) {}
