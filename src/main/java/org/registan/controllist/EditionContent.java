package org.registan.controllist;

import static org.registan.kernel.Level.CORE;
import static org.registan.kernel.Level.DETAIL;
import static org.registan.kernel.Level.OWNER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.attachment.Attachment;
import org.registan.codes.CodeScheme;
import org.registan.record.At;
import org.registan.record.Label;
import org.registan.record.Text;

/**
 * What an edition of a control list says of itself: the fields of a notice of a new edition and how
 * far each is shown. Its entries stand apart, and are shown to whom {@code entries} is. Shapes and
 * bounds stand in the contract.
 *
 * @param edition how its state calls it
 * @param codeScheme how its codes are formed, see {@link org.registan.codes.CodeScheme}
 * @param codeSeparators what stands between the parts of a code of the state's own scheme
 * @param effectiveFrom apart from signing, publication and notification: months may lie between
 * @param sourceDecisions which decisions of regimes it takes over
 * @param base the reference of the edition that it follows
 * @param effects what changes against the base do, as the state itself says
 * @param entries what the platform knows of its entries
 */
record EditionContent(
    @At(CORE) ListName list,
    @At(CORE) String edition,
    @At(CORE) String codeScheme,
    @At(CORE) @Nullable String codeSeparators,
    @At(CORE) Instrument instrument,
    @At(CORE) @Nullable Gazette gazette,
    @At(CORE) @Nullable LocalDate signedOn,
    @At(CORE) @Nullable LocalDate publishedOn,
    @At(CORE) LocalDate effectiveFrom,
    @At(CORE) @Nullable List<Decision> sourceDecisions,
    @At(CORE) List<String> authenticLanguages,
    @At(CORE) @Nullable List<Text> summary,
    @At(DETAIL) @Nullable List<Text> transition,
    @At(DETAIL) @Nullable List<Effect> effects,
    @At(DETAIL) @Nullable Entries entries,
    @At(DETAIL) @Nullable List<Attachment> attachments,
    @At(CORE) Label label,
    @At(CORE) @Nullable List<String> caveats,
    @At(OWNER) @Nullable List<String> releasableTo,
    @At(OWNER) @Nullable String base,
    @At(OWNER) @Nullable String notes) {

  List<Effect> effectsOrNone() {
    return effects == null ? List.of() : effects;
  }

  CodeScheme scheme() {
    return CodeScheme.of(codeScheme, codeSeparators).orElseThrow();
  }

  /** The list that it is an edition of: its owner's name for it, and of which kind it is. */
  record ListName(@At(CORE) String key, @At(CORE) String kind, @At(CORE) List<Text> title) {}

  /** The legal instrument that lays it down. */
  record Instrument(
      @At(CORE) String type,
      @At(CORE) @Nullable String number,
      @At(CORE) LocalDate date,
      @At(CORE) @Nullable String issuer) {}

  /** Where it was made public. */
  record Gazette(@At(CORE) String reference, @At(CORE) @Nullable LocalDate date) {}

  /** A decision of a regime. */
  record Decision(
      @At(CORE) String regime,
      @At(CORE) @Nullable Integer year,
      @At(CORE) @Nullable String reference) {}

  /** What the change of an entry does. */
  record Effect(
      @At(DETAIL) String key, @At(DETAIL) String effect, @At(DETAIL) @Nullable String reason) {}

  /**
   * How many entries there are, a digest of them, and what they were checked by.
   *
   * @param sha256 in hexadecimal, over all of them
   * @param languages those in which any of them says something
   */
  record Entries(
      @At(DETAIL) int count,
      @At(DETAIL) String sha256,
      @At(DETAIL) List<String> languages,
      @At(DETAIL) String codeScheme,
      @At(DETAIL) @Nullable String codeSeparators,
      @At(DETAIL) List<String> authenticLanguages) {

    CodeScheme scheme() {
      return CodeScheme.of(codeScheme, codeSeparators).orElseThrow();
    }
  }
}
