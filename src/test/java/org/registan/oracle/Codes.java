package org.registan.oracle;

import java.util.List;

/** The coded values that random denials and policies draw from. */
final class Codes {

  static final List<String> KINDS =
      List.of(
          "REFUSAL",
          "REVOCATION_OF_LICENCE",
          "ANNULMENT",
          "SUSPENSION",
          "SUBSTANTIAL_LIMITATION",
          "DETERMINATION_NOT_TO_AUTHORISE",
          "TRANSIT_PROHIBITION",
          "BROKERING_REFUSAL",
          "TECHNICAL_ASSISTANCE_REFUSAL",
          "INFORMAL_NEGATIVE_ADVICE");
  static final List<String> AUTHORISATIONS =
      List.of("EXPORT_LICENCE", "NOC", "TRANSIT", "BROKERING", "TECHNICAL_ASSISTANCE");

  /** The bases that need an item code. */
  static final List<String> LISTS = List.of("LISTED", "NATIONAL_LIST");

  static final List<String> CATCH_ALLS =
      List.of("CATCH_ALL_WMD", "CATCH_ALL_MILITARY", "CATCH_ALL_OTHER", "SANCTIONS");

  /** Without R99, which needs a narrative. */
  static final List<String> REASONS =
      List.of(
          "R10", "R11", "R12", "R20", "R21", "R22", "R23", "R30", "R31", "R32", "R33", "R34", "R35",
          "R40", "R41", "R42", "R43", "R44", "R45", "R46", "R50", "R60", "R61");

  static final String OTHER_REASON = "R99";

  /** A party in one of these roles is there, or the parties are unknown. */
  static final List<String> RECEIVING_ROLES = List.of("END_USER", "CONSIGNEE");

  static final List<String> OTHER_ROLES =
      List.of("INTERMEDIATE_CONSIGNEE", "AGENT", "BROKER", "THIRD_PARTY");
  static final List<String> PARTY_KINDS =
      List.of("ORGANISATION", "PERSON", "GOVERNMENT_BODY", "VESSEL");
  static final List<String> OTHER_NAME_TYPES = List.of("ALIAS", "FORMER", "TRANSLITERATION");
  static final List<String> FORMS =
      List.of("GOODS", "SOFTWARE", "TECHNOLOGY", "TECHNICAL_ASSISTANCE", "BROKERING");
  static final List<String> END_USE_CLASSES =
      List.of("CIVIL", "MILITARY", "SPACE", "NUCLEAR", "RESEARCH", "ENERGY", "MEDICAL", "UNKNOWN");
  static final List<String> REVOKE_REASONS =
      List.of("APPEAL_UPHELD", "CIRCUMSTANCES_CHANGED", "LICENCE_GRANTED_LATER", "OTHER");
  static final List<String> REGIMES = List.of("NSG", "MTCR", "AG");

  /** From the least to the most protective. */
  static final List<String> LABELS = List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

  /** Countries beside the participants. */
  static final List<String> ELSEWHERE = List.of("AFG", "IRQ", "SYR");

  private Codes() {}
}
