package revise

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
)

const bookToml = "[book]\ntitle = \"The Lamp\"\nauthors = [\"A B\"]\ndate = 2026-01-01\n"

// session opens a book of one file and offers the changes of Word files.
func session(t *testing.T, text string, words ...string) (*Session, string) {
	t.Helper()
	return sessionIn(t, "en", text, words...)
}

// sessionIn is session of a book in a language.
func sessionIn(t *testing.T, language, text string, words ...string) (*Session, string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string]string{"book.toml": bookToml + "language = \"" + language + "\"\n", "manuscript/01.md": text} {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p, err := project.Open(context.Background(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	var files []*feedback.File
	index := p.Index()
	for i, w := range words {
		f, err := feedback.Read(context.Background(), fmt.Sprintf("%d.docx", i), wordFile(t, w), feedback.Subject{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for k := range f.Remarks {
			f.Remarks[k].Place = index.Locate(&f.Remarks[k].Seen, nil)
		}
		files = append(files, f)
	}
	s, err := New(p, feedback.NewList(p.Book.Sources, files...))
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

// accepted returns the manuscript with all offers that were accepted.
func accepted(t *testing.T, s *Session, before string) string {
	t.Helper()
	r, err := s.Result()
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Changes) == 0 {
		return before
	}
	return string(r.Changes[0].After)
}

var trackedSign = regexp.MustCompile(`\[-.*?-\]|\[\+.*?\+\]|\[<.*?<\]|\[>.*?>\]|\[\*.*?\*\]`)

// wordFile makes a Word file of lines, a paragraph each. In them [-x-] was deleted, [+x+] inserted, [<x<] moved away, [>x>] moved here, and
// [*x*] made italic; ¶+ and ¶- at the end of a line say that the end of the paragraph was inserted or deleted.
func wordFile(t *testing.T, lines string) []byte {
	t.Helper()
	author := "Ann"
	if name, rest, ok := strings.Cut(lines, ":\n"); ok {
		author, lines = name, rest
	}
	by := fmt.Sprintf(` w:id="1" w:author="%s" w:date="2026-11-24T10:00:00Z"`, author)
	run := func(format, tag, s string) string {
		if s == "" {
			return ""
		}
		return fmt.Sprintf(`<w:r>%s<w:%s xml:space="preserve">%s</w:%s></w:r>`, format, tag, strings.ReplaceAll(s, "&", "&amp;"), tag)
	}
	var body strings.Builder
	for line := range strings.SplitSeq(strings.Trim(lines, "\n"), "\n") {
		body.WriteString("<w:p>")
		for end, tag := range map[string]string{"¶+": "ins", "¶-": "del"} {
			if rest, ok := strings.CutSuffix(line, end); ok {
				line = rest
				fmt.Fprintf(&body, `<w:pPr><w:rPr><w:%s%s/></w:rPr></w:pPr>`, tag, by)
			}
		}
		at := 0
		for _, m := range trackedSign.FindAllStringIndex(line, -1) {
			body.WriteString(run("", "t", line[at:m[0]]))
			words := line[m[0]+2 : m[1]-2]
			at = m[1]
			switch tag := map[byte]string{'-': "del", '+': "ins", '<': "moveFrom", '>': "moveTo"}[line[m[0]+1]]; tag {
			case "":
				body.WriteString(run(`<w:rPr><w:i/><w:rPrChange`+by+`><w:rPr/></w:rPrChange></w:rPr>`, "t", words))
			case "del", "moveFrom":
				fmt.Fprintf(&body, `<w:%s%s>%s</w:%s>`, tag, by, run("", "delText", words), tag)
			default:
				fmt.Fprintf(&body, `<w:%s%s>%s</w:%s>`, tag, by, run("", "t", words), tag)
			}
		}
		body.WriteString(run("", "t", line[at:]) + "</w:p>")
	}
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document` + w + `><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		part, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWordFiles takes what readers do in a word processor into a manuscript.
func TestWordFiles(t *testing.T) {
	const one, two, three = "The keeper climbed the stairs each night.", "Nobody thanked him for the light.", "The oil came by boat in spring."
	text := one + "\n\n" + two + "\n\n" + three + "\n"
	for _, c := range []struct{ name, text, word, want string }{
		{"a paragraph added behind one", text, one + "¶+\n[+He counted them.+]\n" + two + "\n" + three, one + "\n\nHe counted them.\n\n" + two + "\n\n" + three + "\n"},
		{"a paragraph added before one", text, one + "\n[+He counted them.+]¶+\n" + two + "\n" + three, one + "\n\nHe counted them.\n\n" + two + "\n\n" + three + "\n"},
		{"two paragraphs added", text, one + "\n[+He counted them.+]¶+\n[+Twice.+]¶+\n" + two + "\n" + three, one + "\n\nHe counted them.\n\nTwice.\n\n" + two + "\n\n" + three + "\n"},
		{"a paragraph added at the end", text, one + "\n" + two + "\n" + three + "¶+\n[+So it went.+]", text + "\nSo it went.\n"},
		{"a paragraph deleted", text, one + "\n[-" + two + "-]¶-\n" + three, one + "\n\n" + three + "\n"},
		{"the last paragraph deleted", text, one + "\n" + two + "¶-\n[-" + three + "-]", one + "\n\n" + two + "\n"},
		{"two paragraphs deleted", text, "[-" + one + "-]¶-\n[-" + two + "-]¶-\n" + three, three + "\n"},
		{"paragraphs joined", text, one + "¶-\n" + two + "\n" + three, one + " " + two + "\n\n" + three + "\n"},
		{"a paragraph parted", text, "The keeper climbed the stairs¶+\n[- -]each night.\n" + two + "\n" + three, "The keeper climbed the stairs\n\neach night.\n\n" + two + "\n\n" + three + "\n"},
		{"a word and a paragraph", text, "The keeper [-climbed-][+counted+] the stairs each night.\n[-" + two + "-]¶-\n" + three, "The keeper counted the stairs each night.\n\n" + three + "\n"},
		{"words moved", text, "The keeper climbed the stairs[< each night<].\n" + two + "\nThe oil came by boat[> each night>] in spring.",
			"The keeper climbed the stairs.\n\n" + two + "\n\nThe oil came by boat each night in spring.\n"},
		{"words made italic", text, "The keeper climbed [*the stairs*] each night.\n" + two + "\n" + three, "The keeper climbed *the stairs* each night.\n\n" + two + "\n\n" + three + "\n"},
		{"an item added", "- one lamp\n- two wicks\n", "one lamp\ntwo wicks¶+\n[+three towers+]", "- one lamp\n- two wicks\n- three towers\n"},
		{"an item deleted", "- one lamp\n- two wicks\n- three towers\n", "one lamp\n[-two wicks-]¶-\nthree towers", "- one lamp\n- three towers\n"},
		{"lines of verse", "> one lamp in the night\\\n> two wicks in the lamp\\\n> three towers at sea\n", "one lamp in the night\n[-two wicks in the lamp-]¶-\nthree towers at sea",
			"> one lamp in the night\\\n> three towers at sea\n"},
		{"a line of verse added", "> one lamp in the night\\\n> two wicks in the lamp\\\n> three towers at sea\n", "one lamp in the night\ntwo wicks in the lamp¶+\n[+a third one dry+]\nthree towers at sea",
			"> one lamp in the night\\\n> two wicks in the lamp\\\n> a third one dry\\\n> three towers at sea\n"},
		{"a quotation", "> He said that it was late.\n>\n> I said nothing to him.\n", "He said that it was late.\n[+It was.+]¶+\nI said nothing to him.", "> He said that it was late.\n>\n> It was.\n>\n> I said nothing to him.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			const head = "# The Lamp\n\n"
			s, _ := session(t, head+c.text, "The Lamp\n"+c.word)
			s.AcceptAll()
			for _, o := range s.Offers {
				if o.Refused() != "" {
					t.Errorf("%q to %q: %s", o.Was(), o.New(), o.Refused())
				}
			}
			if got := accepted(t, s, head+c.text); got != head+c.want {
				t.Errorf("got\n%s\nwant\n%s", got, head+c.want)
			}
		})
	}
}

// TestLanguages writes new words in the author's style, whatever the reader's program has made of them and the setting of the book.
func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, text, word, want string }{
		{"fr", "Il dit : \"Est-ce loin ?\" et puis -- plus bas -- il rit de tout cela.", "Il dit : « Est-ce loin ? » et puis – plus bas – il rit de [-tout cela-][+la « mer » ; c’est tout – ou presque+].",
			"Il dit : \"Est-ce loin ?\" et puis -- plus bas -- il rit de la \"mer\" ; c'est tout -- ou presque."},
		{"fr", "« Rien ne presse », disait le gardien.", "« Rien ne [-presse-][+l’effraie+] », disait le gardien.", "« Rien ne l’effraie », disait le gardien."},
		{"de", "Er sagte: \"Ist es weit?\" und ging -- langsam -- nach oben, z. B. heute.", "Er sagte: „Ist es weit?“ und ging – [-langsam-][+ganz „leise“+] – nach oben, z. B. [-heute-][+morgen+].",
			"Er sagte: \"Ist es weit?\" und ging -- ganz \"leise\" -- nach oben, z. B. morgen."},
		{"he", "הוא אמר: \"זה רחוק\" והלך **לאט מאוד** למעלה.", "הוא אמר: ”זה [-רחוק-][+קרוב+]” והלך [-לאט-][+מהר+] מאוד למעלה.", "הוא אמר: \"זה קרוב\" והלך **מהר מאוד** למעלה."},
		{"ja", "灯台守は毎晩、**階段**を登った。", "灯台守は毎[-晩-][+朝+]、階[-段-][+段の上+]を登った。", "灯台守は毎朝、**階段の上**を登った。"},
	} {
		t.Run(c.language, func(t *testing.T) {
			t.Parallel()
			const head = "# I\n\n"
			s, _ := sessionIn(t, c.language, head+c.text+"\n", "I\n"+c.word)
			s.AcceptAll()
			if got := accepted(t, s, ""); got != head+c.want+"\n" {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
				for _, o := range s.Offers {
					t.Logf("%q to %q: %s", o.Was(), o.New(), o.Refused())
				}
			}
		})
	}
}

// TestSameWords offers changes of the same words by several readers: those that agree once, of the others one.
func TestSameWords(t *testing.T) {
	const text = "# The Lamp\n\nThe keeper climbed the stairs each night.\n"
	ann := "Ann:\nThe keeper [-climbed-][+counted+] the stairs each [-night-][+day+]."
	ben := "Ben:\nThe keeper [-climbed the-][+hated+] stairs each [-night-][+day+]."
	s, dir := session(t, text, ann, ben)
	if len(s.Offers) != 3 || s.Offers[2].Who() != "Ann and Ben" || s.Offers[1].Against == nil || s.Offers[0].Against == nil {
		t.Fatalf("%d offers", len(s.Offers))
	}
	s.AcceptAll()
	if why := s.Offers[1].Refused(); why != "it is on words that Ann changed" {
		t.Errorf("the second is refused: %q", why)
	}
	if got := accepted(t, s, text); got != "# The Lamp\n\nThe keeper counted the stairs each day.\n" {
		t.Error(got)
	}
	s.Offers[0].Decide(Decline, "the dialect is meant")
	s.Offers[1].Decide(Accept, "")
	if got := accepted(t, s, text); got != "# The Lamp\n\nThe keeper hated stairs each day.\n" {
		t.Error(got)
	}
	if err := s.Reword(s.Offers[1], "mounted the"); err != nil {
		t.Fatal(err)
	}
	r, err := s.Result()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.WriteKeptWith(context.Background(), dir, "2 changes", []string{"k"}, func(*outdir.Dir, []string) error { return nil }); err != nil {
		t.Fatal(err)
	}
	read := func() string {
		data, _ := os.ReadFile(filepath.Join(dir, "manuscript", "01.md"))
		return string(data)
	}
	if got := read(); got != "# The Lamp\n\nThe keeper mounted the stairs each day.\n" {
		t.Error(got)
	}
	if u, err := mend.Undo(context.Background(), dir); err != nil || len(u.Keys) != 1 || read() != text {
		t.Errorf("%v %v %q", u, err, read())
	}
	if err := s.Reword(s.Offers[2], "night"); err == nil {
		t.Error("words that stand there already are no change")
	}
}

// TestHalves takes both halves of words that were moved, or none.
func TestHalves(t *testing.T) {
	const text = "# The Lamp\n\nThe keeper climbed the stairs each night.\n\nThe oil came by boat.\n"
	s, _ := session(t, text, "The keeper climbed the stairs[< each night<].\nThe boat came with oil[> each night>].")
	if len(s.Offers) != 2 || s.Offers[0].Half == nil {
		t.Fatalf("%d offers", len(s.Offers))
	}
	s.AcceptAll()
	if got := accepted(t, s, text); got != text {
		t.Errorf("half of it was taken: %s", got)
	}
	for _, o := range s.Offers {
		if o.Refused() == "" {
			t.Errorf("%q can be accepted", o.Was())
		}
	}
}
