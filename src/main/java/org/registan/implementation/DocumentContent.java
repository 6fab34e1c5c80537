package org.registan.implementation;

import static org.registan.kernel.Level.CORE;
import static org.registan.kernel.Level.DETAIL;
import static org.registan.kernel.Level.OWNER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.attachment.Attachment;
import org.registan.record.At;
import org.registan.record.Label;
import org.registan.record.Text;

/**
 * What a state tells the 1540 Committee (S/RES/1540 (2004) OP 4; S/RES/2663 (2022) OP 8): the
 * fields of a document and how far each is shown. Shapes and bounds stand in the contract.
 *
 * @param paragraphs the operative paragraphs of resolution 1540 that it is about
 * @param changeKind how it changes a document submitted before, which stays as it is
 * @param changes the reference of that document
 */
record DocumentContent(
    @At(CORE) String documentKind,
    @At(CORE) List<Text> title,
    @At(CORE) List<Language> languages,
    @At(CORE) @Nullable List<String> paragraphs,
    @At(CORE) @Nullable String changeKind,
    @At(OWNER) @Nullable String changes,
    @At(DETAIL) @Nullable List<Text> summary,
    @At(DETAIL) @Nullable List<Measure> measures,
    @At(DETAIL) @Nullable Contact contact,
    @At(DETAIL) @Nullable List<Attachment> attachments,
    @At(CORE) Label label,
    @At(CORE) @Nullable List<String> caveats,
    @At(OWNER) @Nullable List<String> releasableTo,
    @At(OWNER) @Nullable String notes) {

  List<Measure> measuresOrNone() {
    return measures == null ? List.of() : measures;
  }

  List<String> paragraphsOrNone() {
    return paragraphs == null ? List.of() : paragraphs;
  }

  /** A language in which the document is issued, and whether its text in it is authentic. */
  record Language(@At(CORE) String lang, @At(CORE) String status) {}

  /**
   * One measure of a voluntary national implementation action plan.
   *
   * @param body who is to carry it out
   * @param due the day by which it is to be done
   */
  record Measure(
      @At(DETAIL) @Nullable String number,
      @At(DETAIL) List<Text> text,
      @At(DETAIL) @Nullable List<String> paragraphs,
      @At(DETAIL) @Nullable String body,
      @At(DETAIL) @Nullable LocalDate due,
      @At(DETAIL) String progress) {}

  /** The office that is a state's point of contact; never a natural person. */
  record Contact(
      @At(DETAIL) String office,
      @At(DETAIL) @Nullable String email,
      @At(DETAIL) @Nullable String telephone,
      @At(DETAIL) @Nullable String address) {}
}
