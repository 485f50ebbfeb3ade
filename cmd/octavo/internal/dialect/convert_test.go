package dialect

import "testing"

// TestConvert writes each kind of markup in the form that octavo reads.
func TestConvert(t *testing.T) {
	for _, c := range []struct {
		kind       *Kind
		text, want string
		change     Change
	}{
		{comment, "%%ask Maud%%", "", Dropped},
		{critic, "{++four++}", "four", Converted},
		{critic, "{--five--}", "", Dropped},
		{critic, "{~~five~>four~~}", "four", Converted},
		{critic, "{==marked==}", "marked", Converted},
		{critic, "{>>too clever<<}", "", Dropped},
		{metadata, "Title: Tea\nBase Header Level: 2", "---\ntitle: \"Tea\"\nbase_header_level: \"2\"\n---", Converted},
		{metadata, "% Tea\n% Ada", "---\ntitle: \"Tea\"\nauthor: \"Ada\"\n---", Converted},
		{dollars, "$a^2$", "$a^2$", Kept},
		{math, `\(a\)`, "$a$", Converted},
		{math, `\[a\]`, "$$a$$", Converted},
		{dollars, `$a \foo$`, "`a \\foo`", Shown},
		{dollars, "$$\na \\\\ b\n$$", "```\na \\\\ b\n```", Shown},
		{latex, `\emph{so}`, "*so*", Converted},
		{latex, `\footnote{see there}`, "^[see there]", Converted},
		{latex, `\noindent`, "", Dropped},
		{latex, `\LaTeX`, "LaTeX", Converted},
		{latex, `\foo{a}{b}`, "`\\foo{a}{b}`", Shown},
		{latexCite, `\cite{knuth84}`, `\[knuth84\]`, Shown},
		{citation, "[@doe99, p. 5; -@roe]", `\[doe99, p. 5; roe\]`, Shown},
		{inTextCite, "@doe99", "doe99", Shown},
		{heading, "== Tea ==", "## Tea", Converted},
		{admonition, `=== "Oars"`, "**Oars**", Converted},
		{wikiBold, "'''so'''", "**so**", Converted},
		{bbcode, "[b]", "**", Converted},
		{bbcode, "[/url]", "", Converted},
		{label, "[words][nowhere]", "words", Shown},
		{spaced, "[a](My Note.md)", "[a](<My Note.md>)", Converted},
		{tag, "#tea", "#tea", Kept},
		{DrawnTable, "  Right Left\n------- -----\n     12 one\n      3 two", "| Right | Left |\n|---|---|\n| 12 | one |\n| 3 | two |", Converted},
		{DrawnTable, "----- ---\n 1    a", "|  |  |\n|---|---|\n| 1 | a |", Converted},
		{DrawnTable, "+---+----+\n| a | b  |\n+===+====+\n| 1 | so |\n|   | on |\n+---+----+", "| a | b |\n|---|---|\n| 1 | so on |", Converted},
		{DrawnTable, "+---+----+\n| a | b  |\n+---+----+\n| 1      |\n+--------+", "```\n+---+----+\n| a | b  |\n+---+----+\n| 1      |\n+--------+\n```", Shown},
	} {
		var converter Converter
		if got, change := converter.Convert(c.kind, c.text); got != c.want || change != c.change {
			t.Errorf("%q becomes %q, %d; want %q, %d", c.text, got, change, c.want, c.change)
		}
	}
}

// TestExamples numbers the examples of Pandoc, and gives references the numbers of theirs.
func TestExamples(t *testing.T) {
	var c Converter
	for _, want := range [][2]string{{"(@)", "(1)"}, {"(@good)", "(2)"}, {"(@good)", "(2)"}, {"(@)", "(3)"}} {
		if got, _ := c.Convert(example, want[0]); got != want[1] {
			t.Errorf("%s is %s, want %s", want[0], got, want[1])
		}
	}
}
