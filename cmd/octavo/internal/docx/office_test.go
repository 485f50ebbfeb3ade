package docx

import (
	"octavo/cmd/octavo/internal/opc"

	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// officeProfile is a profile of LibreOffice for these tests, so that they neither wait for an office that is running nor change
// its settings. Making one takes longer than a conversion. One office at a time can use it.
var officeProfile struct {
	sync.Mutex
	dir string
}

func TestMain(m *testing.M) {
	var err error
	if officeProfile.dir, err = os.MkdirTemp("", "octavo-office"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(officeProfile.dir)
	os.Exit(code)
}

// office opens a file in LibreOffice and gives it back in another format, "fodt" or "docx".
func office(t *testing.T, file []byte, format string) []byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing (on Debian: apt-get install libreoffice-writer-nogui)")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.docx")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	filter := map[string]string{"fodt": "fodt", "docx": "docx:MS Word 2007 XML"}[format]
	officeProfile.Lock()
	defer officeProfile.Unlock()
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(officeProfile.dir), "--headless", "--convert-to", filter,
		"--outdir", filepath.Join(dir, "out"), in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	made, err := os.ReadFile(filepath.Join(dir, "out", "in."+format))
	if err != nil {
		t.Fatalf("LibreOffice did not open the file: %v", err)
	}
	return made
}

// opened is what LibreOffice understood of a file.
type opened struct {
	body     string            // all text, notes in their places
	headings map[string]string // level by text
	styles   map[string]string // the style of paragraphs, by their text
	notes    []string
	numbers  []string // of notes
	head     string
	paged    bool // the head has a page number
	slanted  []string
	marks    map[string]bool // bookmarks
	lists    int
	tables   int
	pictures int
}

// understood takes flat OpenDocument apart.
func understood(t *testing.T, flat []byte) *opened {
	t.Helper()
	o := &opened{headings: map[string]string{}, styles: map[string]string{}, marks: map[string]bool{}}
	parents := map[string]string{} // of automatic styles
	italic := map[string]bool{}
	type level struct {
		name, style, outline string
		text                 strings.Builder
	}
	var stack []*level
	inside := func(name string) *level {
		for i := len(stack) - 1; i >= 0; i-- {
			if stack[i].name == name {
				return stack[i]
			}
		}
		return nil
	}
	style := ""
	d := xml.NewDecoder(strings.NewReader(string(flat)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return o
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			l := &level{name: e.Name.Local, style: opc.Attr(&e, "style-name"), outline: opc.Attr(&e, "outline-level")}
			stack = append(stack, l)
			switch e.Name.Local {
			case "style":
				style = opc.Attr(&e, "name")
				parents[style] = opc.Attr(&e, "parent-style-name")
			case "text-properties":
				italic[style] = italic[style] || opc.Attr(&e, "font-style") == "italic"
			case "page-number":
				o.paged = o.paged || inside("header") != nil
			case "bookmark", "bookmark-start":
				o.marks[opc.Attr(&e, "name")] = true
			case "s", "tab", "line-break":
				for _, up := range stack {
					up.text.WriteByte(' ')
				}
			case "list":
				o.lists++
			case "table":
				o.tables++
			case "image":
				o.pictures++
			}
		case xml.EndElement:
			l := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			text := strings.TrimSpace(l.text.String())
			switch l.name {
			case "h":
				o.headings[text] = l.outline
				fallthrough
			case "p":
				s := l.style
				if p := parents[s]; p != "" && len(s) > 1 && s[0] == 'P' && s[1] >= '0' && s[1] <= '9' {
					s = p
				}
				o.styles[text] = s
			case "note-body":
				o.notes = append(o.notes, text)
			case "note-citation":
				o.numbers = append(o.numbers, text)
			case "header":
				o.head += text
			case "span":
				if italic[l.style] {
					o.slanted = append(o.slanted, text)
				}
			case "body":
				o.body = l.text.String()
			}
		case xml.CharData:
			if inside("binary-data") != nil {
				continue
			}
			for _, up := range stack {
				up.text.Write(e)
			}
		}
	}
}

// TestOpenedBySomeoneElse opens the small book in LibreOffice.
func TestOpenedBySomeoneElse(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	t.Parallel()
	cfg, bk := load(t, bookOf(t, harbourTOML, harbour))
	file := written(t, cfg, bk, Options{Copy: "sh-1", Contact: []string{"12 Quay Street"}, Notice: []string{"Not for sale"}, Foot: "sh-1"})
	o := understood(t, office(t, file, "fodt"))
	for text, level := range map[string]string{"The Pilot": "1", "A harbour is a habit.": "2"} {
		if o.headings[text] != level {
			t.Errorf("%q is a heading of level %q, not %s", text, o.headings[text], level)
		}
	}
	for text, style := range map[string]string{"The Pilot": "Heading_20_1", "A harbour is a habit.": "Maxim", "#": "Scene_20_Break",
		"Steer small.": "Quote", "—the pilot": "Attribution", "Small Harbours": "Title", "Not for sale": "Notice"} {
		if o.styles[text] != style {
			t.Errorf("%q has style %q, not %q", text, o.styles[text], style)
		}
	}
	if !strings.HasPrefix(o.head, "Quill / SMALL HARBOURS /") || !o.paged {
		t.Errorf("the head says %q, with a page number: %t", o.head, o.paged)
	}
	if len(o.notes) != 1 || o.notes[0] != "Pilots were paid by the foot of draught." {
		t.Errorf("the notes are %q", o.notes)
	}
	if strings.Join(o.numbers, " ") != "1" {
		t.Errorf("the notes have the numbers %q", o.numbers)
	}
	if strings.Join(o.slanted, "|") != "dawn" {
		t.Errorf("in italics are %q", o.slanted)
	}
	if o.tables != 1 || o.lists < 2 {
		t.Errorf("%d tables, %d lists", o.tables, o.lists)
	}
	for _, words := range []string{"a harbour as a habit · [habit]", "12 Quay Street", "words", "by Ada Quill", "again and again, until the light no longer matters"} {
		if !strings.Contains(o.body, words) {
			t.Errorf("it does not say %q", words)
		}
	}
	for _, mark := range []string{"id_habit", "_o_0_0", "_o_0_13"} {
		if !o.marks[mark] {
			t.Errorf("there is no bookmark %s", mark)
		}
	}
}

// TestWholeBookOpened opens the real book in LibreOffice and looks for every paragraph.
func TestWholeBookOpened(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	t.Parallel()
	cfg, bk := load(t, "../../../..")
	file := written(t, cfg, bk, Options{})
	o := understood(t, office(t, file, "fodt"))
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	body := squeeze(o.body)
	said := 0
	for _, p := range readOf(t, file).Paragraphs {
		if p.Was == "" {
			continue
		}
		said++
		// A footnote's mark and text stand in the body between the words around it.
		if words := squeeze(p.Was); !strings.Contains(body, words) && len(o.notes) == 0 {
			t.Errorf("LibreOffice does not show %q", p.Was)
		} else if half := len(words) / 2; !strings.Contains(body, words[:half]) && !strings.Contains(body, words[half:]) {
			t.Errorf("LibreOffice shows no half of %q", p.Was)
		}
	}
	if said < 400 || o.pictures != len(bk.Pictures) {
		t.Errorf("%d paragraphs and %d pictures", said, o.pictures)
	}
	notes := 0
	for _, ch := range bk.Chapters() {
		notes += len(ch.Notes)
	}
	if len(o.notes) != notes || len(o.numbers) != notes || o.numbers[notes-1] != strconv.Itoa(notes) {
		t.Errorf("LibreOffice shows %d notes of %d, with the numbers %q", len(o.notes), notes, o.numbers)
	}
}

// TestCircleThroughOffice lets LibreOffice open and save a file with comments and changes, and reads what it saved.
func TestCircleThroughOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	t.Parallel()
	if got := marks(t, office(t, markedUp(t, false), "docx"), harbour); got != asLibreOffice() {
		t.Errorf("got\n%swant\n%s", got, asLibreOffice())
	}
}
