package org.registan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The starter policies keep to the contract and say why each rule is there. */
class StarterPoliciesTest {

  @Test
  void everyPolicyKeepsToTheContract() {
    var contract = Contract.schema("Policy");
    assertThat(contract.faults(DemoFiles.JSON.createObjectNode().put("rules", 1))).isNotEmpty();
    assertThat(StarterPolicies.all().values())
        .allSatisfy(policy -> assertThat(contract.faults(policy)).isEmpty());
  }

  @Test
  void theyDifferAndEveryRuleSaysWhy() {
    var policies = StarterPolicies.all();
    assertThat(policies).containsOnlyKeys("PAK", "KAZ", "UZB");
    assertThat(policies.values()).doesNotHaveDuplicates();
    assertThat(policies.values())
        .allSatisfy(policy ->
            assertThat(policy.path("rules").valueStream())
                .isNotEmpty()
                .allSatisfy(
                    rule -> assertThat(rule.path("note").textValue()).hasSizeGreaterThan(40)));
  }

  @Test
  void noneNamesTheCommittee() {
    assertThat(StarterPolicies.all().values())
        .allSatisfy(policy -> assertThat(policy.toString()).doesNotContain("UN1540"));
  }
}
