package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestSettings says what is reported of settings that are not between lines of +++, and that it is reported once.
func TestSettings(t *testing.T) {
	const keys = "kind = \"meme\"\nthemes = [\"tea\"]\n"
	for name, c := range map[string]struct{ text, want string }{
		"hyphens":              {"## Pour.\n---\n" + keys + "---\n\nA gloss.", "5:1 block-fence"},
		"hyphens, blank":       {"## Pour.\n\n---\n" + keys + "---\n\nA gloss.", "6:1 block-fence"},
		"YAML":                 {"## Pour.\n---\nkind: meme\nthemes: [tea]\n---\n\nA gloss.", "5:1 block-fence"},
		"one line of YAML":     {"## Pour.\nkind: meme\n\nA gloss.", "4:1 block-fence"},
		"four signs":           {"## Pour.\n++++\n" + keys + "++++\n\nA gloss.", "4:1 block-fence"},
		"wide signs":           {"## Pour.\n＋＋＋\n" + keys + "＋＋＋\n\nA gloss.", "4:1 block-fence"},
		"signs and a word":     {"## Pour.\n+++ toml\n" + keys + "+++\n\nA gloss.", "4:1 block-fence"},
		"dashes":               {"## Pour.\n———\n" + keys + "———\n\nA gloss.", "5:1 block-fence"},
		"a code block":         {"## Pour.\n```toml\n" + keys + "```\n\nA gloss.", "5:1 block-fence"},
		"a code block of +++":  {"## Pour.\n\n```\n+++\n" + keys + "+++\n```\n\nA gloss.", "6:1 block-fence"},
		"indented":             {"## Pour.\n\n    +++\n    kind = \"meme\"\n    +++\n\nA gloss.", "5:5 block-fence"},
		"indented keys":        {"## Pour.\n+++\n  kind = \"meme\"\n+++\n\nA gloss.", ""},
		"indented by three":    {"## Pour.\n   +++\nkind = \"meme\"\n   +++\n\nA gloss.", ""},
		"no first line":        {"## Pour.\n" + keys + "+++\n\nA gloss.", "4:1 block-fence"},
		"no lines":             {"## Pour.\n" + keys + "\nA gloss.", "4:1 block-fence"},
		"no last line":         {"## Pour.\n+++\n" + keys + "\nA gloss.", "4:1 block-unclosed"},
		"words between":        {"## Pour.\nSlowly.\n\n+++\n" + keys + "+++\n\nA gloss.", "6:1 block-stray"},
		"within a paragraph":   {"## Pour.\nSlowly.\n+++\n" + keys + "+++\nA gloss.", "5:1 block-stray"},
		"a blank line between": {"## Pour.\n\n+++\n" + keys + "+++\n\nA gloss.", "5:1 block-stray"},
		"in a list":            {"- ## Pour.\n  +++\n  kind = \"meme\"\n  +++\n", "4:3 entry-place"},
		"curly quotes":         {"## Pour.\n+++\nkind = “meme”\n+++\n\nA gloss.", "5:8 toml-syntax"},
		"curly, no fence":      {"## Pour.\nkind = “meme”\n\nA gloss.", "4:1 block-fence"},
		"YAML between +++":     {"## Pour.\n+++\nkind: meme\n+++\n\nA gloss.", "5:5 toml-syntax"},
		"no space":             {"##Pour.\n\nA gloss. ###Not", "3:1 heading-space"},
		"no space, one sign":   {"#Pour the tea\n\nA gloss.", "3:1 heading-space"},
		"a hard space":         {"##\u00A0Pour.\n\nA gloss.", "3:1 heading-space"},
		"wide number signs":    {"＃＃ Pour.\n\nA gloss.", "3:1 heading-space"},
		"in a quotation":       {"> ##Pour.\n", "3:3 heading-space"},
		"emphasis":             {"##*Pour.*\n", "3:1 heading-space"},
		// What is left alone.
		"prose":              {"## Pour.\nSource: a letter of 1899.\n\nNote: the tea was cold.\n\nKind = good.", ""},
		"prose with equals":  {"x = y\n\na = \"b\" and so on\n\nkind = \"meme\" is what one writes there.", ""},
		"code":               {"To write an entry:\n\n```\n" + keys + "```\n\nand `kind = \"meme\"`.\n\n    kind = \"meme\"\n", ""},
		"signs":              {"\\##Pour. and \\# and #1 and C# and ###### and +1 +2 ++ and 1+++2.\n\n#1 is best of all.", ""},
		"arithmetic":         {"one\n+ two\n+ three\n\n+ + a list in a list", ""},
		"a letter's head":    {"From: Ada\nTo: Bob\nStatus: late\n\nDear Bob,", ""},
		"a rule and a label": {"One.\n\n---\n\nNote: two.\n\n***\n\nIndex: see there.", ""},
	} {
		_, diags := ParseChapter("c.md", []byte("# T\n\n"+c.text+"\n"))
		var got []string
		for _, d := range diags {
			if d.Code != "heading-level" && !strings.HasPrefix(d.Code, "link-") {
				got = append(got, strings.TrimPrefix(d.Pos.String(), "manuscript/c.md:")+" "+d.Code)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

// TestSettingsAdvice holds what authors are told to write.
func TestSettingsAdvice(t *testing.T) {
	for text, want := range map[string]string{
		"## Pour.\nkind: meme\n":            `write kind = "meme"`,
		"## Pour.\n+++\nKind: meme\n+++\n":  `write kind = "meme"`,
		"## Pour.\n+++\nkind = “meme”\n+++": `use straight quotes: kind = "meme"`,
		"##Pour the tea\n":                  "write ## Pour the tea",
		"## Pour.\n\n    kind = \"meme\"\n": "instead of the spaces",
	} {
		_, diags := ParseChapter("c.md", []byte("# T\n\n"+text))
		if len(diags) != 1 || !strings.Contains(strings.Join(diags[0].Notes, " "), want) {
			t.Errorf("%q: %v, want %q", text, diags, want)
		}
	}
}

// TestSettingsAtTheHead finds the settings of a file without their lines of +++.
func TestSettingsAtTheHead(t *testing.T) {
	for text, want := range map[string]string{"themes = [\"tea\"]\n\n# T\n\nWords.\n": "block-fence", "++++\nthemes = [\"tea\"]\n++++\n\n# T\n": "block-fence",
		"+++\nthemes = [\"tea\"]\n+++\n\n# T\n\nWords.\n": "", "```toml\nthemes = [\"tea\"]\n```\n\n# T\n": ""} {
		_, diags := Read(folder(t, map[string]string{"01.md": text}), book.Contents{All: true})
		got := ""
		for _, d := range diags {
			got += d.Code
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
