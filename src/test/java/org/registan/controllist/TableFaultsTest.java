package org.registan.controllist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.registan.web.Fault;

/** What is wrong with a table of entries is told by row and column, all of it at once. */
class TableFaultsTest {

  @Test
  void columnsThatAreNotOfTheLayoutAreNamed() {
    assertThat(Rows.told(Rows.csv("key,typ,text.EN,key,text.en", "1,TEXT,,,")))
        .containsExactly(
            "1: column 2 (typ) is not one of this layout",
            "1: column 3 (text.EN) is not one of this layout",
            "1 key: column 4 (key) is there twice",
            "1 type: column type is missing");
  }

  @Test
  void aCellThatDoesNotSplitIsToldByItsLine() {
    assertThat(
            Rows.told(
                Rows.csv(
                    "key,type,parameters,hsCodes,origins,categories",
                    "1,ENTRY,\"a|GE|1|kg\nb|GE|1|kg|x\",8401|HS2022|2022,\"WA\n\",\\0",
                    "2,ENTRY,,\"8401|HS2022\n|\",,\"" + "1\n".repeat(1_000) + "1\"")))
        .containsExactly(
            "2 parameters: has more parts on its line 2 than name|operator|value|unit",
            "2 hsCodes: has more parts on its line 1 than code|nomenclature",
            "2 origins: has nothing on its line 2",
            "2 categories: is an empty list; leave the cell empty",
            "3 hsCodes: has nothing on its line 2",
            "3 categories: has more than 1,000 values");
  }

  @Test
  void aCellIsNoLongerThanASpreadsheetTakes() {
    assertThat(
            Rows.told(
                Rows.csv(
                    "key,type,text.en",
                    "1,TEXT," + "x".repeat(30_000),
                    "2,TEXT," + "x".repeat(30_001))))
        .containsExactly("3 text.en: is longer than 30,000 characters");
  }

  @Test
  void aRowHasNoMoreCellsThanTheHeading() {
    assertThat(Rows.told(Rows.csv("key,type,,", "1,TEXT,,,,", "2,TEXT,x")))
        .containsExactly("3: has more cells than the heading");
  }

  @Test
  void aCodeThatBecameANumberIsNotTaken() {
    assertThat(Rows.told(Rows.csv("key,type,code,text.en", "1,ENTRY,1E+01,1E+01")))
        .containsExactly(
            "2 code: has been taken for a number such as 1E+01; format the column as text");
  }

  @Test
  void aThousandFaultsAreToldAndThatThereAreMore() {
    var rows = IntStream.range(0, 1_500).mapToObj(it -> "1,TEXT,\\0").toArray(String[]::new);
    var told = Rows.told(Rows.csv("key,type,origins\n" + String.join("\n", rows)));

    assertThat(told).hasSize(1_001).endsWith("1002: and more, not told here");
  }

  @Test
  void emptyRowsKeepTheNumbersOfTheOthers() {
    var read = Rows.csv("\uFEFF\"key\",type,origins", "", "1,TEXT,", ",,", "2,TEXT,\"WA\r\nAG\"");

    assertThat(read.rows()).containsExactly(3, 5);
    assertThat(read.entries().get(1).path("origins")).hasSize(2);
  }

  @Test
  void aFaultOfTheContractIsToldWhereTheOfficerFindsIt() {
    var read = Rows.csv("key,type,code,text.ru,text.en,hsCodes", "1,TEXT,,,a,", "2,TEXT,b,,c,8401");

    assertThat(Rows.told(read.located(Fault.at("/items/1/code", "is none"))))
        .isEqualTo("3 code: is none");
    assertThat(Rows.told(read.located(Fault.at("/1/texts/0/text", "is long"))))
        .isEqualTo("3 text.en: is long");
    assertThat(Rows.told(read.located(Fault.at("/entries/1/hsCodes/0/nomenclature", "lacks"))))
        .isEqualTo("3 hsCodes: lacks");
    assertThat(Rows.told(read.located(Fault.at("/items/0", "is odd")))).isEqualTo("2: is odd");
    assertThat(Rows.told(read.located(Fault.at("/items", "are too many"))))
        .isEqualTo("1: are too many");
    assertThat(Rows.told(read.located(Fault.in("limit", "is odd")))).isEqualTo("1: is odd");
  }

  @Test
  void whatIsNoTableIsRefusedAsAWhole() {
    assertThat(csv("")).isEqualTo("has no rows");
    assertThat(csv("key,type\n")).isEqualTo("has no rows");
    assertThat(csv("1,TEXT\n2,TEXT\n"))
        .isEqualTo("has no heading: its first row has to name the columns");
    assertThat(csv("key;type\n1;TEXT\n"))
        .isEqualTo("has to have its columns separated by commas; or save it as .xlsx");
    assertThat(csv("key,type\n1,\"TEXT\"x\n")).startsWith("is not CSV as RFC 4180 has it");
    assertThat(csv("key,type\n1,\"TEXT\n")).startsWith("is not CSV as RFC 4180 has it");
    assertThat(Rows.refusal(EntryForm.TABLE, "key,type\n1,é\n".getBytes(ISO_8859_1)))
        .startsWith("is not UTF-8");
    assertThat(Rows.refusal(EntryForm.TABLE, "key,type\n1,TEXT\n".getBytes(UTF_16)))
        .isEqualTo("is not UTF-8");
    assertThat(csv("key,type\n1," + "x".repeat(1_000_000))).isEqualTo("row 2 is too long");
    assertThat(csv("key,type" + ",x".repeat(200))).isEqualTo("has more than 100 columns");
  }

  @Test
  void aFileHoldsNoMoreThanAnEdition() {
    assertThat(csv("key,type\n" + "1,TEXT\n".repeat(50_001)))
        .isEqualTo("row 50002 is one too many: at most 50,000");
    var most =
        IntStream.range(0, 1_000)
            .mapToObj(it -> "1,TEXT,\"" + "a\n".repeat(999) + "a\"\n")
            .collect(Collectors.joining());
    assertThat(csv("key,type,origins\n" + most)).isEqualTo("holds more than an edition does");
    var small = new TableLimits(9, 9, 9, 9, 9, 9, 20, 99);
    assertThat(Rows.refusal(EntryForm.TABLE, "key,type\n1,TEXT\n2,TEXT\n".getBytes(UTF_8), small))
        .isEqualTo("The body is larger than is taken here");
  }

  private static String csv(String text) {
    return Rows.refusal(EntryForm.TABLE, text.getBytes(UTF_8));
  }
}
