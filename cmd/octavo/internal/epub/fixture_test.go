package epub

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/sfnt"
)

// styles is the folder of the house styles.
const styles = "../../../../styles"

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(styles, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// houseAssets returns the assets of the house style, without a cover.
func houseAssets(t testing.TB) Assets {
	a := Assets{CSS: read(t, "epub.css")}
	a.Fonts.Regular, a.Fonts.Italic = read(t, "fonts/EBGaramond-Regular.ttf"), read(t, "fonts/EBGaramond-Italic.ttf")
	a.Fonts.Bold, a.Fonts.BoldItalic = read(t, "fonts/EBGaramond-SemiBold.ttf"), read(t, "fonts/EBGaramond-SemiBoldItalic.ttf")
	a.Fonts.Mono = read(t, "fonts/CourierPrime-Regular.ttf")
	a.Fonts.Instead = func(cluster string, of Look) (string, []byte) {
		name := "DejaVuSans-Signs"
		if of.Code {
			name = "DejaVuSansMono-Signs"
		}
		data := gunzip(t, read(t, "fonts/fallback/"+name+".ttf.gz"))
		if lacking, err := sfnt.Lacking(data, []rune(cluster)); err != nil || len(lacking) > 0 {
			return "", nil
		}
		return name, data
	}
	return a
}

func gunzip(t testing.TB, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func text(s string) []book.Inline        { return []book.Inline{&book.Text{Value: s}} }
func para(in ...book.Inline) book.Block  { return &book.Paragraph{Text: in} }
func say(s string) book.Block            { return &book.Paragraph{Text: text(s)} }
func str(s string) book.Inline           { return &book.Text{Value: s} }
func em(s string) book.Inline            { return &book.Emph{Text: text(s)} }
func to(id, s string) book.Inline        { return &book.Link{Target: id, Text: text(s)} }
func ref(id string) book.Inline          { return &book.Link{Target: id} }
func mark(n *book.Note) book.Inline      { return &book.NoteMark{Note: n} }
func items(b ...book.Block) []*book.Item { return itemsOf(book.NoTask, b...) }
func itemsOf(task book.Task, b ...book.Block) (out []*book.Item) {
	for _, b := range b {
		out = append(out, &book.Item{Blocks: []book.Block{b}, Task: task})
	}
	return out
}

// pngOf and jpegOf are pictures of a gradient.
func gradient(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 120, 255})
		}
	}
	return img
}

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, gradient(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var largest []byte // encoding it takes longer than most tests

func largePNG(t testing.TB) []byte {
	if largest == nil {
		largest = pngOf(t, 2400, 1800)
	}
	return largest
}

func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, gradient(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// config of a book that says everything about itself.
func fullConfig() *config.Config {
	c := &config.Config{Lang: lang.English()}
	c.SetKinds(config.BuiltInKinds(c.Lang))
	c.Book = config.Book{
		Title: "Write This Down", Subtitle: "Memes & Metaphors for a Better Life in Sales",
		Contributors: []config.Contributor{
			{Name: "Ada Author", Role: "aut", FileAs: "Author, Ada"},
			{Name: "Ed Itor", Role: "edt", FileAs: "Itor, Ed"},
		},
		Language: "en-US", Edition: "Review edition", Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
		Publisher: "The Press", Rights: "© 2026 Ada Author", Description: "Maxims, with glosses.",
		Subjects: []string{"Selling", "Management"}, Dedication: "For my mother,\nwho asked first.",
		Identifier: "urn:uuid:9c1a5f4e-3a52-5d0b-8a55-0f3c2f1f0a11",
	}
	c.Book.ISBN.Epub, c.Book.ISBN.Print = "978-0-306-40615-7", "978-1-86197-876-9"
	c.Book.BISAC, c.Book.Thema = []string{"BUS058000", "BUS041000"}, []string{"KJS"}
	c.Book.Series = config.Series{Name: "Notebooks", Number: 2}
	c.Book.Epigraph, c.Book.EpigraphBy, c.Book.Colophon = "First listen.", "A proverb", "Made by hand."
	c.Audiences = []config.Name{{ID: "manager", Name: "Managers"}, {ID: "human", Name: "Fellow humans"}}
	c.Index.See = []config.See{{Heading: "coaching", To: []string{"memory"}}, {Heading: "service", To: []string{"memory, long"}}}
	c.Themes = []config.Name{{ID: "service", Name: "Service"}, {ID: "respect", Name: "Respect"}, {ID: "none", Name: "Unused"}}
	c.Epub.EmbedFonts = true
	return c
}

// fullBook uses every block and every inline of the model, drafts, parts, and links of every sort.
func fullBook(t testing.TB) *book.Book {
	large := &book.Picture{Path: "large.png", Format: "png", Data: largePNG(t)}
	small := &book.Picture{Path: "small.jpg", Format: "jpeg", Data: jpegOf(t, 300, 200)}
	inner := &book.Note{Label: "b", Number: 2, Blocks: []book.Block{say("A note that a note marks.")}}
	note := &book.Note{Label: "a", Number: 3, Blocks: []book.Block{
		para(str("The first note, which marks "), mark(inner), str(" another.")), say("Its second paragraph."),
	}}
	listNote := &book.Note{Label: "c", Number: 4, Blocks: []book.Block{&book.List{Tight: true, Items: items(say("A list in a note"))}}}
	hidden := &book.Note{Label: "d", Number: 1, Blocks: []book.Block{say("HIDDEN note of a draft.")}}

	draft := &book.Entry{
		Level: 2, ID: "draft", Maxim: []book.Inline{str("HIDDEN by nobody but its state.")}, Kind: "meme", Status: book.Draft,
		Themes: []string{"service"}, Gloss: []book.Block{
			para(str("HIDDEN gloss."), mark(hidden)), &book.Heading{Level: 3, ID: "in-draft", Text: text("HIDDEN heading")},
		},
	}
	patient := &book.Entry{
		Level: 2, ID: "patient-service", Kind: "metaphor", Status: book.Ready, Values: []book.Value{{Key: "tenor", Type: book.String, Text: "management"}, {Key: "vehicle", Type: book.String, Text: "service"}},
		Maxim:  []book.Inline{str("Management is a "), em("patient"), str(" form of service.")},
		Themes: []string{"service", "respect"}, See: []string{"remind", "draft", "nowhere"}, Audience: []string{"manager", "human", "manager"},
		Index: []string{"service", "management, as service"},
		Gloss: []book.Block{
			say("It is done for others, and for the long haul. A manager who cannot wait will do the work herself, and " +
				"then there are two people who do not know how: the one who was never taught and the one who has no time."),
			para(str("See also "), ref("remind"), str(" and "), to("remind", "the same in other words"), str(".")),
			&book.Heading{Level: 3, ID: "why-patient", Text: text("Why patient")},
			say("Because what grows is not hurried by pulling at it."),
		},
	}
	remind := &book.Entry{
		Level: 3, ID: "remind", Maxim: text("A manager reminds people who they are."), Kind: "meme", Status: book.Ready,
		Themes: []string{"service", "service"}, See: []string{"patient-service"}, Index: []string{"memory", "memory, long", "service"},
		Gloss: []book.Block{say("Most people know what to do on most days. On the others somebody has to remember it for them.")},
	}
	linked := &book.Entry{
		Level: 2, ID: "linked", Kind: "meme", Status: book.Ready,
		Maxim: []book.Inline{
			str("Say less, "), &book.Link{URL: "https://example.com/a b?q=[1]&r=|#x#y", Text: text("sooner")},
			str(", like "), ref("patient-service"), mark(note),
		},
		Gloss: []book.Block{say("An entry of no theme.")}, See: []string{"remind"},
	}
	one := &book.Chapter{
		File: "01-service.md", Role: book.Body, Number: 1, ID: "service", Title: text("Managing people & things"),
		Notes: []*book.Note{hidden, inner, note, listNote},
		Blocks: []book.Block{
			&book.Quote{Epigraph: true, Blocks: []book.Block{say("Between the idea and the reality falls the shadow.")}, Attribution: text("Somebody")},
			para(str("Prose with "), em("emphasis"), str(", "), &book.Strong{Text: text("strength")}, str(", "),
				&book.Strike{Text: text("mistakes")}, str(", "), &book.CodeSpan{Value: "a < b && c"}, str(", a note"), mark(note),
				str(", the same note"), mark(note), str(", and another"), mark(listNote), str("."), &book.LineBreak{},
				str("A new line, then "), &book.RawHTML{Text: "<b>"}, str("raw"), &book.RawHTML{Text: "</b>"}, str(".")),
			say("A second paragraph, which is indented because it follows another, and which is long enough to show how lines " +
				"of it are broken, hyphenated and spaced on a narrow screen, such as the one that most people read on."),
			para(str("Links: "), to("draft", "to a draft"), str(", "), ref("draft"), str(", "), to("nowhere", "to nothing"),
				str(", "), &book.Link{URL: "other.md", Text: text("to a file")}, str(", "),
				&book.Link{URL: "javascript:alert(1)", Text: text("to a script")}, str(", "),
				&book.Link{URL: "https://example.com/", Title: "An \"example\"", Text: text("to the world")}, str(", "),
				&book.Link{URL: "mailto:a@example.com"}, str(", "), to("part-two", "to a part"), str(", "), ref("respect"), str(", "),
				to("in-draft", "into a draft"), str(".")),
			&book.Heading{Level: 2, ID: "first-section", Text: text("A section")},
			say("Words of the section."),
			&book.Heading{Level: 4, ID: "skipped", Text: text("A heading that skips a level")},
			say("Words below it."),
			remind,
			draft,
			patient,
			linked,
		},
	}
	two := &book.Chapter{
		File: "02-respect.md", Role: book.Body, Number: 2, ID: "respect", Title: []book.Inline{str("Respect, "), em("first")},
		Blocks: []book.Block{
			&book.List{Tight: true, Items: items(say("One"), para(str("Two "), em("too")))},
			&book.List{Ordered: true, First: 3, Items: items(say("Three, loose"), &book.Quote{Blocks: []book.Block{say("Quoted in a list.")}})},
			&book.List{Tight: true, Items: append(itemsOf(book.Open, say("To do")), itemsOf(book.Done, say("Done"))...)},
			&book.Code{Language: "go", Lines: []string{"func main() {", "\tfmt.Println(\"<&>\")", "}"}},
			&book.Table{
				Align: []book.Align{book.AlignLeft, book.AlignCenter, book.AlignRight}, Head: []book.Cell{text("Step"), nil, text("Days")},
				Caption: text("What to do"),
				Rows:    [][]book.Cell{{text("Ask"), text("what they need"), text("3")}, {text("Listen"), text("to the answer"), text("12")}},
			},
			&book.Definitions{Items: []*book.Definition{
				{Terms: [][]book.Inline{text("Meme"), text("Idea")}, Defs: [][]book.Block{{say("What is copied.")}, {say("One."), say("Two.")}}},
			}},
			&book.Figure{Image: &book.Image{Path: "large.png", Alt: "A gradient from blue to \"yellow\"", File: large}, Caption: text("A large picture")},
			para(str("A small picture "), &book.Image{Path: "small.jpg", Alt: "small", File: small}, str(" in its line, and a lost one: "),
				&book.Image{Path: "lost.png", Alt: "LOST"}, str(".")),
			&book.Break{},
			&book.HTML{Text: "<div>\nraw & <i>block</i>\n</div>"},
			&book.Quote{
				Blocks:      []book.Block{say("A quotation of one sentence."), &book.Heading{Level: 2, ID: "in-quote", Text: text("Headed")}, say("More.")},
				Attribution: []book.Inline{str("Its "), em("Author")},
			},
			&book.Quote{Blocks: []book.Block{&book.Verse{Quoted: true, Stanzas: []*book.Stanza{
				{Lines: []*book.VerseLine{{Text: text("A first line,")}, {Text: []book.Inline{em("a second"), str(" one.")}, Indent: 130}}},
				{Lines: []*book.VerseLine{{Text: text("And a third, alone."), Indent: 5000}}},
			}}}, Attribution: text("A poet")},
			&book.Verse{Stanzas: []*book.Stanza{{Lines: []*book.VerseLine{{Text: text("Octavo Press")}, {Text: text("12 Bell Lane")}}}}},
		},
	}
	return &book.Book{
		Front: []*book.Chapter{{File: "preface.md", Role: book.Front, ID: "preface", Title: text("Preface"), Blocks: []book.Block{say("Before all.")}}},
		Parts: []*book.Part{{Title: "The first part", ID: "part-one", Chapters: []*book.Chapter{one}},
			{Title: "The second part", ID: "part-two", Chapters: []*book.Chapter{two}}},
		Back: []*book.Chapter{{File: "about.md", Role: book.Back, ID: "about", Title: text("About the author"), Blocks: []book.Block{say("Żółć, œuvre, naïve.")}}},
	}
}

func minimal() (*config.Config, *book.Book) {
	c := &config.Config{Lang: lang.English()}
	c.SetKinds(config.BuiltInKinds(c.Lang))
	c.Book = config.Book{Title: "T", Language: "en", Identifier: "urn:uuid:9c1a5f4e-3a52-5d0b-8a55-0f3c2f1f0a12"}
	return c, &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{{Number: 1, ID: "a", Title: text("A"), Blocks: []book.Block{say("One.")}}}}}}
}

// strange returns a book of characters that have no place in XML, ids that are no names, and titles without words.
func strange() (*config.Config, *book.Book) {
	c, b := minimal()
	bad := "a\x00b\x01\x0b<&>\"'\u0085\uFFFE\uFDD0\U0001FFFF\xff\xc3 ]]> \u202E𝔐 é中\t\r\n"
	c.Book.Title, c.Book.Subtitle, c.Book.Publisher, c.Book.Rights, c.Book.Description = bad, bad, bad, bad, bad
	c.Book.Edition, c.Book.Dedication, c.Book.Subjects = bad, bad, []string{bad, "\x00"}
	c.Book.Contributors = []config.Contributor{{Name: bad, Role: "aut", FileAs: bad}, {Name: " ", Role: "edt"}}
	c.Themes = []config.Name{{ID: "a b", Name: bad}}
	ch := b.Parts[0].Chapters[0]
	ch.ID, ch.Title, ch.File = "1 é\"<", text(bad), bad
	ch.Blocks = []book.Block{
		para(str(bad), &book.CodeSpan{Value: bad}, &book.RawHTML{Text: bad}, to("1 é\"<", bad), to("dup", bad)),
		&book.Heading{Level: 6, ID: "", Text: text(bad)},
		&book.Heading{Level: 2, ID: "dup", Text: text("Once")},
		&book.Heading{Level: 2, ID: "dup", Text: text("Twice")},
		&book.Heading{Level: 3, ID: "2\x00", Text: nil},
		&book.Heading{Level: 2, ID: "empty", Text: text("\x01")},
		&book.Code{Language: bad, Lines: []string{bad, "", bad}},
		&book.Code{}, &book.List{}, &book.Table{}, &book.Definitions{}, &book.Figure{}, &book.Quote{}, para(),
		&book.Entry{Level: 2, ID: "é", Maxim: []book.Inline{str(bad), ref("loop")}, Kind: "metaphor", Values: []book.Value{{Key: "tenor", Type: book.String, Text: bad}, {Key: "vehicle", Type: book.String, Text: bad}}, Themes: []string{"a b"}, See: []string{"loop", "é"}},
		&book.Entry{Level: 2, ID: "loop", Maxim: []book.Inline{str("Loop "), ref("é")}, Kind: "meme"},
		&book.Entry{Level: 2, ID: "wordless", Kind: "meme"},
		para(&book.Link{URL: "http://" + bad}, &book.Link{URL: "http://exa mple/%zz"}, &book.Link{URL: "HTTP://EXAMPLE.com/%zz" + "é"}, &book.Link{},
			&book.Link{URL: "http://[::1"}, &book.Link{URL: "https://müller.example/ü?ä=ö"}, &book.Link{URL: "tel:+1 555"}, &book.Link{URL: "mailto:"},
			&book.Link{URL: "http://a_b.example/"}, &book.Link{URL: "http://user:pw@h:99999/"}, &book.Link{URL: "http:/x"}, &book.Link{URL: bad}),
	}
	b.Parts = append(b.Parts, &book.Part{Title: bad, ID: "p", Chapters: []*book.Chapter{{Number: 2}, {Number: 3, ID: "dup", Title: text("\x02")}}})
	b.Front = []*book.Chapter{{Role: book.Front}}
	return c, b
}

// longBook has about 100,000 words in 46 chapters.
func longBook() (*config.Config, *book.Book) {
	c, b := fullConfig(), &book.Book{Parts: []*book.Part{{}}}
	words := strings.Fields("the quick sale is the one that nobody made but everybody remembers “ because a customer — one who " +
		"asked for time — was given it and came back with a friend of hers who had no patience for tricks")
	seed := uint32(1)
	sentence := func(n int) string {
		var s strings.Builder
		for range n {
			seed = seed*1664525 + 1013904223
			s.WriteString(words[seed>>16%uint32(len(words))] + " ")
		}
		return s.String() + "end."
	}
	for i := range 46 {
		ch := &book.Chapter{Number: i + 1, ID: fmt.Sprintf("c%d", i), Title: text(fmt.Sprintf("Chapter %d", i))}
		for j := range 12 {
			note := &book.Note{Blocks: []book.Block{say(sentence(12))}}
			ch.Blocks = append(ch.Blocks, &book.Entry{
				Level: 2, ID: fmt.Sprintf("e%d-%d", i, j), Maxim: text(sentence(12)), Kind: "meme", Themes: []string{"service"},
				Gloss: []book.Block{para(str(sentence(50)), em(sentence(2)), mark(note), str(sentence(20))), say(sentence(80))},
			})
		}
		b.Parts[0].Chapters = append(b.Parts[0].Chapters, ch)
	}
	return c, b
}

// leftwardBook returns a book in Arabic with paragraphs in English.
func leftwardBook() (*config.Config, *book.Book) {
	c, _ := minimal()
	c.Book.Title, c.Book.Language, c.Book.Publisher = "اكتب هذا", "ar", "دار النشر"
	return c, &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{{Number: 1, ID: "a", Title: text("الخدمة"), Blocks: []book.Block{
		say("الإدارة شكل صبور من الخدمة."), say("“English first, then عربي."), say("— 1984 عربي أولا"),
		&book.Heading{Level: 2, ID: "h", Text: []book.Inline{em("An English heading")}},
		&book.Entry{Level: 2, ID: "e", Kind: "meme", Maxim: text("قل أقل."), Gloss: []book.Block{say("👩‍👩‍👧 1️⃣")}},
		&book.Code{Lines: []string{"x := 1"}},
		&book.Table{Head: []book.Cell{text("عمود"), text("Column")}, Rows: [][]book.Cell{{text("خلية"), text("cell")}}},
	}}}}}}
}
