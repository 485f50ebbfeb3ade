package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harbour is a small book with a bit of everything.
const harbour = `# The Pilot

The pilot came aboard at *dawn*, wet and in good temper, and asked for coffee.[^1] Nobody had any.

[^1]: Pilots were paid by the foot of draught.

## A harbour is a habit.
+++
kind = "metaphor"
id = "habit"
tenor = "a harbour"
vehicle = "a habit"
+++

You learn it by coming back to it in bad light, again and again, until the light no
longer matters.

> Steer small.
> — the pilot

1. Lead line
2. Lantern
   - oil
   - wick

| Tide | Depth |
|:-----|------:|
| low  | 2 m   |
| high | 6 m   |

***

The last paragraph has a [link](https://example.org/a?b=c&d) and TK in it.
`

// bookOf lays out a book of one chapter and gives its folder.
func bookOf(t testing.TB, toml, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "manuscript"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"book.toml": toml, "manuscript/one.md": text} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const harbourTOML = "[book]\ntitle = \"Small Harbours\"\nauthors = [\"Ada Quill\"]\ndate = 2026-11-23\n"

// parts unpacks a file.
func parts(t testing.TB, file []byte) (names []string, texts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		texts[f.Name] = string(data)
	}
	return names, texts
}

func packed(t testing.TB, names []string, texts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err == nil {
			_, err = io.WriteString(w, texts[n])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// editor marks up a file as Word does.
type editor struct {
	t     testing.TB
	names []string
	texts map[string]string
	notes strings.Builder // comments.xml
	more  strings.Builder // commentsExtended.xml
	n     int
}

// splice puts XML in place of words, which stand in one run; before and after are the runs around.
func (e *editor) splice(part, words, xml string) {
	e.t.Helper()
	const end, begin = `</w:t></w:r>`, `<w:r><w:t xml:space="preserve">`
	if strings.Count(e.texts[part], words) != 1 {
		e.t.Fatalf("%q stands %d times in %s", words, strings.Count(e.texts[part], words), part)
	}
	e.texts[part] = strings.Replace(e.texts[part], words, end+xml+begin, 1)
}

func textRun(words string) string { return `<w:r><w:t xml:space="preserve">` + words + `</w:t></w:r>` }

// comment says something to words, or answers the comment before.
func (e *editor) comment(part, words, author, text string, answers int) {
	id := e.n
	e.n++
	fmt.Fprintf(&e.notes, `<w:comment w:id="%d" w:author="%s" w:date="2026-11-20T10:0%d:00Z" w:initials="X">`+
		`<w:p w14:paraId="0000000%d"><w:r><w:annotationRef/></w:r><w:r><w:t>%s</w:t></w:r></w:p></w:comment>`, id, author, id, id+1, text)
	parent := ""
	if answers >= 0 {
		parent = fmt.Sprintf(` w15:paraIdParent="0000000%d"`, answers+1)
	}
	fmt.Fprintf(&e.more, `<w15:commentEx w15:paraId="0000000%d"%s w15:done="0"/>`, id+1, parent)
	around := fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>%s<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`,
		id, textRun(words), id, id)
	if answers >= 0 {
		first := fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>`, answers)
		e.texts[part] = strings.Replace(e.texts[part], first, first+fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>`, id), 1)
		last := fmt.Sprintf(`<w:r><w:commentReference w:id="%d"/></w:r>`, answers)
		e.texts[part] = strings.Replace(e.texts[part], last, last+fmt.Sprintf(`<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, id, id), 1)
		return
	}
	e.splice(part, words, around)
}

const by = ` w:id="90" w:author="Jo Ember" w:date="2026-11-20T11:00:00Z"`

func inserted(words string) string { return "<w:ins" + by + ">" + textRun(words) + "</w:ins>" }

func deleted(words string) string {
	return "<w:del" + by + `><w:r><w:delText xml:space="preserve">` + words + "</w:delText></w:r></w:del>"
}

// done returns the marked-up file.
func (e *editor) done() []byte {
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	e.texts["word/comments.xml"] = declaration + `<w:comments` + w + ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">` +
		e.notes.String() + "</w:comments>"
	e.texts["word/commentsExtended.xml"] = declaration + `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">` +
		e.more.String() + "</w15:commentsEx>"
	e.names = append(e.names, "word/comments.xml", "word/commentsExtended.xml")
	const rels = "word/_rels/document.xml.rels"
	e.texts[rels] = strings.Replace(e.texts[rels], "</Relationships>", `<Relationship Id="rIdC1" Type="`+relationType+`comments" Target="comments.xml"/>`+
		`<Relationship Id="rIdC2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>`, 1)
	const types = "[Content_Types].xml"
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	e.texts[types] = strings.Replace(e.texts[types], "</Types>", `<Override PartName="/word/comments.xml" ContentType="`+word+`comments+xml"/>`+
		`<Override PartName="/word/commentsExtended.xml" ContentType="`+word+`commentsExtended+xml"/></Types>`, 1)
	return packed(e.t, e.names, e.texts)
}

// markedUp returns the small book with the comments and changes of two editors.
// Word lets editors comment on footnotes, LibreOffice cannot open that.
func markedUp(t testing.TB, inNotes bool) []byte {
	cfg, bk := load(t, bookOf(t, harbourTOML, harbour))
	e := &editor{t: t}
	e.names, e.texts = parts(t, written(t, cfg, bk, Options{Copy: "sh-7f3a91c2"}))
	const doc = "word/document.xml"
	e.comment(doc, "good temper", "Jo Ember", "Was he?", -1)
	e.comment(doc, "", "Ada Quill", "He was.", 0)
	e.comment(doc, "bad light", "Max Rule", "Nice.", -1)
	if inNotes {
		e.comment("word/footnotes.xml", "foot of draught", "Max Rule", "Source?", -1)
	}
	e.splice(doc, "coffee", deleted("coffee")+inserted("tea"))
	e.splice(doc, " Nobody had any.", deleted(" Nobody had any."))
	e.splice(doc, "again and again", textRun("again and again")+inserted(" and again"))
	e.splice(doc, "6 m", deleted("6 ")+deleted("m")+inserted("7 m"))
	e.splice(doc, "Steer", `<w:r><w:rPr><w:i/><w:rPrChange`+by+`><w:rPr/></w:rPrChange></w:rPr><w:t>Steer</w:t></w:r>`)
	return e.done()
}

// theMarks are what must come out of it, as places in the manuscript.
const theMarks = `comment of Jo Ember at one.md:3 "The pilot came aboard at dawn, wet and in "|"good temper"|", and asked for coffee. Nobody had any." Was he? / Ada Quill: He was.
comment of Max Rule at one.md:15 "You learn it by coming back to it in "|"bad light"|", again and again, until the light no longer matters." Nice.
comment of Max Rule at one.md:5 "Pilots were paid by the "|"foot of draught"|"." Source?
edit of Jo Ember at one.md:3 "The pilot came aboard at dawn, wet and in good temper, and asked for " -"coffee" +"tea" ". Nobody had any."
edit of Jo Ember at one.md:3 "The pilot came aboard at dawn, wet and in good temper, and asked for coffee." -" Nobody had any." +"" ""
edit of Jo Ember at one.md:15 "You learn it by coming back to it in bad light, again and again" -"" +" and again" ", until the light no longer matters."
edit of Jo Ember at one.md:18 "" -"Steer" +"" " small." italic
edit of Jo Ember at one.md:29 "" -"6 m" +"7 m" ""
`

// marks returns what came back in short. Places are lines of text.
func marks(t testing.TB, file []byte, text string) string {
	t.Helper()
	e, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if e.Copy != "sh-7f3a91c2" {
		t.Errorf("the copy is %q", e.Copy)
	}
	var b strings.Builder
	at := func(i int) string {
		if i < 0 {
			return "nowhere"
		}
		p := e.Paragraphs[i]
		return fmt.Sprintf("%s:%d", filepath.Base(p.File), 1+strings.Count(text[:max(0, min(p.Offset, len(text)))], "\n"))
	}
	for _, c := range e.Comments {
		fmt.Fprintf(&b, "comment of %s at %s %q|%q|%q %s", c.Author, at(c.Paragraph), strings.TrimLeft(c.Before, " "), c.Words, c.After, c.Text)
		for _, r := range c.Replies {
			fmt.Fprintf(&b, " / %s: %s", r.Author, r.Text)
		}
		b.WriteByte('\n')
	}
	for _, x := range e.Edits {
		fmt.Fprintf(&b, "edit of %s at %s %q -%q +%q %q", x.Author, at(x.Paragraph), x.Before, x.Old, x.New, x.After)
		if x.Format != "" {
			b.WriteString(" " + x.Format)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestMarksOfWord reads what Word writes.
func TestMarksOfWord(t *testing.T) {
	if got := marks(t, markedUp(t, true), harbour); got != theMarks {
		t.Errorf("got\n%swant\n%s", got, theMarks)
	}
}

// asLibreOffice returns theMarks as LibreOffice 7 saves them: an answer becomes a comment of its own, and footnotes have
// none.
func asLibreOffice() string {
	s := strings.Replace(theMarks, " / Ada Quill: He was.\n", "\n"+
		`comment of Ada Quill at one.md:3 "The pilot came aboard at dawn, wet and in "|"good temper"|", and asked for coffee. Nobody had any." He was.`+"\n", 1)
	before, after, _ := strings.Cut(s, "comment of Max Rule at one.md:5")
	_, after, _ = strings.Cut(after, "\n")
	return before + after
}

// TestMarksOfLibreOffice reads a file that LibreOffice 7.4 opened and saved.
func TestMarksOfLibreOffice(t *testing.T) {
	file, err := os.ReadFile("testdata/libreoffice.docx")
	if err != nil {
		t.Fatal(err)
	}
	if got := marks(t, file, harbour); got != asLibreOffice() {
		t.Errorf("got\n%swant\n%s", got, asLibreOffice())
	}
}
