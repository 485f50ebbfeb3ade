package manpage

import (
	"os/exec"
	"strings"
	"testing"
)

// awkward has everything that man and groff would read as something else.
var awkward = Page{
	Name: "octavo-odd", Command: "octavo odd", Synopsis: "octavo odd FILE… [flags]", Short: `Take a\b and "c"`,
	Long:     "odd reads.\n.hidden files and 'quotes' too.\n\n  .dot    first\n  'quote  second\n\nThe end, with --flag and ~/x^2.",
	Commands: []Entry{{"one", ".one thing"}},
	Options:  []Entry{{"-o, --output folder", "where it goes (default .)"}},
	Examples: "  octavo odd 'a b' \\\n    --output .",
	Sections: []Section{{"EXIT STATUS", []Entry{{"0", "Nothing is wrong."}}}},
	See:      []string{"octavo", "octavo-even"},
	Version:  "octavo 1.2.3", Date: "2026-11-27",
}

func TestRoff(t *testing.T) {
	got := string(awkward.Roff())
	for _, want := range []string{
		".TH OCTAVO-ODD 1 \"2026-11-27\" \"octavo 1.2.3\" \"octavo manual\"\n",
		".SH NAME\noctavo-odd \\- Take a\\eb and \"c\"\n",
		"\\fBoctavo odd\\fP FILE… [flags]\n",
		"odd reads.\n\\&.hidden files and \\(aqquotes\\(aq too.\n.PP\n.nf\n  .dot    first\n",
		".TP\n\\fB\\-o, \\-\\-output folder\\fP\nwhere it goes (default .)\n",
		".TP\n\\fBone\\fP\n\\&.one thing\n",
		".SH SEE ALSO\n.BR octavo (1),\n.BR octavo\\-even (1)\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "'") {
			t.Errorf("a request: %s", line)
		}
	}
}

// TestMandoc asks mandoc, where it is installed.
func TestMandoc(t *testing.T) {
	if _, err := exec.LookPath("mandoc"); err != nil {
		t.Skip("mandoc is not installed")
	}
	cmd := exec.Command("mandoc", "-T", "lint", "-W", "warning")
	cmd.Stdin = strings.NewReader(string(awkward.Roff()))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
