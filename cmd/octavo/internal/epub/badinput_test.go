package epub

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// poorBook returns a book of what authors leave empty or name oddly: parts, headings, glosses and cells without words, pictures
// under two names, emoji, controls that turn the direction of writing.
func poorBook(t testing.TB) (*config.Config, *book.Book) {
	c, _ := minimal()
	c.Book.Publisher = "P"
	c.Themes = []config.Name{{ID: "unused", Name: "Unused"}, {ID: "t", Name: "😀 & <Co>"}}
	data := pngOf(t, 60, 40)
	one := &book.Picture{Path: "../Straße & <b> #1?.PNG", Format: "png", Data: data}
	two := &book.Picture{Path: "again.png", Format: "png", Data: bytes.Clone(data)}
	show := func(p *book.Picture, alt string) book.Block {
		return &book.Figure{Image: &book.Image{Path: p.Path, Alt: alt, File: p}}
	}
	return c, &book.Book{Parts: []*book.Part{
		{}, {Title: "A part without chapters", ID: "empty"}, {Title: " \x02", ID: "wordless"},
		{Title: "A part", ID: "part", Chapters: []*book.Chapter{
			{Number: 1, ID: "a", Title: text("👩‍👩‍👧 Family 🇫🇷"), Blocks: []book.Block{
				&book.Heading{Level: 2, ID: "no-words"}, &book.Heading{Level: 3, ID: "none-either"}, &book.Heading{Level: 2, ID: "last", Text: text("")},
				&book.Entry{Level: 2, ID: "bare", Kind: "meme", Maxim: text("No gloss."), Themes: []string{"t", "t", "nowhere"}, See: []string{"bare", "bare2", "bare2"}},
				&book.Entry{Level: 2, ID: "bare2", Kind: "metaphor", Maxim: text("An empty gloss."), Gloss: []book.Block{para()}, See: []string{"bare"}},
				&book.Entry{Level: 2, ID: "silent", Kind: "meme", Index: []string{"nothing", ", only a sub", "😀"}},
				show(one, "a gradient"), show(two, "the same gradient"), &book.List{Items: []*book.Item{{}, {Blocks: []book.Block{para()}}}},
				&book.Table{Head: []book.Cell{nil, nil}, Rows: [][]book.Cell{{nil}, nil, {text("a"), text("b"), text("c")}}},
				say("abc \u202Edef\u202C ghi \u200F\u00AD\uFEFF"), para(&book.Link{URL: "https://../", Text: text("nowhere")},
					&book.Link{URL: "https://1.2.3.4.5/", Text: text("no address")}, &book.Link{URL: "http://h:99999/", Text: text("no port")}),
			}},
			{Number: 2, ID: "b"},
		}},
	}}
}

// TestPoorBook looks at what becomes of all that; TestPages and TestEPUBCheck read the book as well.
func TestPoorBook(t *testing.T) {
	c, b := poorBook(t)
	o := open(t, write(t, c, b, Assets{}))
	pictures := 0
	for _, name := range o.names {
		if strings.HasPrefix(name, "EPUB/images/") {
			pictures++
		}
	}
	if pictures != 1 {
		t.Errorf("%d pictures, where the same one is there under two names", pictures)
	}
	page := string(o.files["EPUB/xhtml/chapter-01.xhtml"])
	if n := strings.Count(page, `src="../images/image-1.png"`); n != 2 {
		t.Errorf("the picture is shown %d times", n)
	}
	for _, want := range []string{
		`<h2 class="maxim">No gloss.</h2>` + "\n" + `<p class="kind">Meme</p>` + "\n" + `<div class="see">`,
		`<li><a href="#bare2">An empty gloss.</a></li>` + "\n</ul>\n</div>\n" +
			`<div class="marks">` + "\n" + `<p class="themes"><span class="label">Themes</span> <a href="index.xhtml#theme.1">😀 &amp; &lt;Co&gt;</a></p>`,
		"<p>nowhereno addressno port</p>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	if strings.Contains(page, "<p></p>") || strings.Contains(page, "gloss\">\n</div>") {
		t.Errorf("something empty in\n%s", page)
	}
}

// TestUnshownPictures asks for an error that names the picture, never for a package with a file that nobody can show.
func TestUnshownPictures(t *testing.T) {
	huge := pngOf(t, 10, 10)
	binary.BigEndian.PutUint32(huge[16:], 40_000)
	binary.BigEndian.PutUint32(huge[20:], 40_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, data := range map[string][]byte{
		"svg":         []byte("<svg xmlns='http://www.w3.org/2000/svg'><rect width='1'></svg>"),
		"huge":        huge,
		"empty":       nil,
		"text":        []byte("no picture at all"),
		"broken jpeg": []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"),
	} {
		c, b := minimal()
		b.Parts[0].Chapters[0].Blocks = append(b.Parts[0].Chapters[0].Blocks,
			&book.Figure{Image: &book.Image{Alt: "x", File: &book.Picture{Path: "pictures/" + name, Data: data}}})
		var out bytes.Buffer
		if err := Write(&out, c, b, Assets{}); err == nil || !strings.Contains(err.Error(), "pictures/"+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDirection looks at text that runs against its book.
func TestDirection(t *testing.T) {
	c, b := leftwardBook()
	o := open(t, write(t, c, b, Assets{}))
	page := string(o.files["EPUB/xhtml/chapter-01.xhtml"])
	for _, want := range []string{
		`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ar" xml:lang="ar" dir="rtl">`,
		"<p>الإدارة", `<p dir="ltr">“English`, "<p>— 1984", `<h2 dir="ltr">`, `<pre dir="ltr">`, `<th scope="col" dir="ltr">Column`,
		"<p>👩‍👩‍👧",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	if opf := string(o.files["EPUB/package.opf"]); !strings.Contains(opf, `<spine toc="ncx" page-progression-direction="rtl">`) {
		t.Error("pages turn the wrong way")
	}
	c, b = minimal()
	marked := func(lang, words string) book.Inline { return &book.Span{Lang: lang, Text: []book.Inline{str(words)}} }
	b.Parts[0].Chapters[0].Blocks = []book.Block{say("שלום עולם hello"), say("hello שלום"), para(em("مرحبا يا صديقي"), str(" Greek α")),
		&book.List{Tight: true, Items: []*book.Item{{Blocks: []book.Block{say("שלום עולם")}}}},
		say("שלום is how a letter begins"), para(marked("he", "אמת!"), marked("he", "emet!"), str(" is truth"))}
	page = string(open(t, write(t, c, b, Assets{})).files["EPUB/xhtml/chapter-01.xhtml"])
	for _, want := range []string{`<p dir="rtl">שלום`, "<p>hello", `<p dir="rtl"><em>`, "<p>שלום is", `<li><bdi dir="rtl">שלום עולם</bdi></li>`,
		`<span lang="he" xml:lang="he" dir="rtl">אמת!</span>`, `<span lang="he" xml:lang="he">emet!</span>`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}
