package epub

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/lang"
)

// houseStyle returns a style as it is shipped.
func houseStyle(t testing.TB, name string) *config.Style {
	t.Helper()
	dir := t.TempDir()
	bk := "[book]\ntitle = 'T'\nauthors = ['A B']\n[print]\nstyle = '" + name + "'\n"
	if err := os.WriteFile(filepath.Join(dir, config.File), []byte(bk), 0o600); err != nil {
		t.Fatal(err)
	}
	c, list := config.Load(dir, os.DirFS(styles))
	if len(list) > 0 || c.Style == nil {
		t.Fatal(list)
	}
	return c.Style
}

var houseStyles = []string{"classic", "modern", "large", "aldine"}

// sheetOf returns the style sheet of a book in a style.
func sheetOf(t *testing.T, style *config.Style) string {
	t.Helper()
	c := fullConfig()
	c.Style = style
	return string(open(t, write(t, c, fullBook(t), houseAssets(t))).files["EPUB/"+stylesheet])
}

// TestStyled holds that the style sheet says what the table says.
func TestStyled(t *testing.T) {
	sheets := map[string]string{}
	for _, name := range houseStyles {
		sheets[name] = sheetOf(t, houseStyle(t, name))
	}
	for name, want := range map[string][]string{
		"classic": {"text-align: justify", "oldstyle-nums", "p + p {\n  text-indent: 1.27em", "initial-letter: 3", "::first-line",
			`content: "❧"`, "em {\n  font-style: italic", "columns: 2", "hyphens: auto", "  font-size: 1.27em;\n  line-height: 1.21"},
		"modern": {"text-align: justify", `content: "◆"`, "list-style-type: \"–\u2002\"", "rgba(128, 128, 128, 0.08)"},
		"large":  {"lining-nums", "p + p {\n  margin-top: 0.8em", "em {\n  font-style: normal;\n  font-weight: bold", "hyphens: manual", `content: "• • •"`},
	} {
		for _, w := range want {
			if !strings.Contains(sheets[name], w) {
				t.Errorf("%s: the style sheet does not say %q", name, w)
			}
		}
	}
	for _, not := range []string{"justify", "initial-letter", "first-line", "columns: 2", "rgba"} {
		if strings.Contains(sheets["large"], not) {
			t.Errorf("large: the style sheet says %q", not)
		}
	}
	mine := *houseStyle(t, "classic")
	mine.Mark.Break, mine.Maxim.Label, mine.Maxim.Align, mine.Chapter.Initial = `"</style>\`, config.None, config.Centered, config.Raised
	sheet := sheetOf(t, &mine)
	for _, want := range []string{`content: "\"\3c /style>\\"`, ".kind {\n  display: none", ".marks, .see {\n  text-align: center"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the style sheet does not say %q", want)
		}
	}
	if strings.Contains(sheet, "initial-letter") || strings.Contains(sheet, "float") {
		t.Error("a raised initial is let into the lines")
	}
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssRule    = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	cssMargin  = regexp.MustCompile(`(?:^|;|\s)(?:margin|padding|text-indent)(?:-\w+)?:\s*([^;]+)`)
)

// cssColor finds the colour of text in a rule.
var cssColor = regexp.MustCompile(`(?m)^\s*color: ([^;]*);`)

// TestReadersOwn holds that the text's size, font, colours and line spacing are the reader's, in every style, and that the
// sheet keeps to Amazon's publishing guidelines where they speak of style sheets (2024.1: 10.3.1 body text, 10.4.5
// colours, 17 unsupported rules).
func TestReadersOwn(t *testing.T) {
	for _, name := range houseStyles {
		sheet := cssComment.ReplaceAllString(sheetOf(t, houseStyle(t, name)), "")
		if n, m := strings.Count(sheet, "{"), strings.Count(sheet, "}"); n != m {
			t.Errorf("%s: %d braces open, %d close", name, n, m)
		}
		if strings.Contains(sheet, "@import") || strings.Contains(sheet, "position:") || strings.Contains(sheet, "!important") {
			t.Errorf("%s: the sheet fetches, places or insists", name)
		}
		for _, rule := range cssRule.FindAllStringSubmatch(sheet, -1) {
			selector, body := strings.TrimSpace(rule[1]), rule[2]
			for _, s := range strings.Split(selector, ",") {
				switch s = strings.TrimSpace(s); s {
				case "html", "body", "p":
					for _, not := range []string{"font-size", "line-height", "color:", "background"} {
						if strings.Contains(strings.ReplaceAll(body, "color-scheme", ""), not) {
							t.Errorf("%s: %s sets %s", name, s, not)
						}
					}
				}
			}
			for _, m := range cssMargin.FindAllStringSubmatch(body, -1) {
				for _, length := range strings.Fields(m[1]) {
					if strings.HasPrefix(length, "-") && !strings.Contains(selector, " li") && !strings.Contains(selector, " .line") &&
						!strings.HasPrefix(selector, ".hanging ") && !strings.HasPrefix(selector, ".run-in ") {
						t.Errorf("%s: %s has the negative %s", name, selector, length)
					}
				}
			}
			if strings.Contains(body, "px") && !strings.Contains(body, "border") {
				t.Errorf("%s: %s counts in pixels: %s", name, selector, body)
			}
			if m := cssColor.FindStringSubmatch(body); m != nil && m[1] != "inherit" {
				// Only the second ink colours words, and never the text itself: it can be read by day and by night.
				c, ok := contrast.Parse(m[1])
				if !ok || contrast.Ratio(c, contrast.White) < contrast.Text || contrast.Ratio(c, contrast.Black) < contrast.Text {
					t.Errorf("%s: %s is coloured %s", name, selector, m[1])
				}
			}
			if strings.Contains(body, "font-family") && selector != "@font-face" && selector != "body" && selector != "code" {
				t.Errorf("%s: %s names a font", name, selector)
			}
			for _, size := range regexp.MustCompile(`font-size: ([0-9.]+)em`).FindAllStringSubmatch(body, -1) {
				if v, _ := strconv.ParseFloat(size[1], 64); v < 0.85 && selector != "sup" && !strings.Contains(selector, ".number") {
					t.Errorf("%s: %s is set in %gem, too small to read", name, selector, v)
				}
			}
		}
	}
}

// TestFeatures holds that fonts keep what a style sheet asks of them, the author's own sheet too.
func TestFeatures(t *testing.T) {
	got := strings.Join(featuresOf("a { font-variant-caps: all-small-caps; }\nb{font-feature-settings:'ss01' 1, \"swsh\";}"), " ")
	if got != "smcp smcp c2sc ss01 swsh" {
		t.Errorf("features: %s", got)
	}
}

// TestOwnSmallCaps: small capitals are without the letters that a font has for the language, but for those with a dotted i.
func TestOwnSmallCaps(t *testing.T) {
	const css = "a {\n  font-variant-caps: small-caps;\n}\nb {\n  font-variant-caps: all-small-caps;\n}\n"
	const want = "a {\n  font-variant-caps: small-caps;\n  font-feature-settings: \"locl\" 0;\n}\nb {\n  font-variant-caps: all-small-caps;\n  font-feature-settings: \"locl\" 0;\n}\n"
	for tag, want := range map[string]string{"de": want, "en": want, "tr": css} {
		l, _ := lang.Find(tag)
		if got := ownSmallCaps(css, l); got != want {
			t.Errorf("%s: %s", tag, got)
		}
	}
}
