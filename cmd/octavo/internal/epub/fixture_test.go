package epub

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/config"
	m "octavo/cmd/octavo/internal/manuscript"
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

// houseAssets are the assets of the house style, without a cover.
func houseAssets(t testing.TB) Assets {
	a := Assets{CSS: read(t, "epub.css")}
	a.Fonts.Regular, a.Fonts.Italic = read(t, "fonts/EBGaramond-Regular.ttf"), read(t, "fonts/EBGaramond-Italic.ttf")
	a.Fonts.Bold, a.Fonts.BoldItalic = read(t, "fonts/EBGaramond-SemiBold.ttf"), read(t, "fonts/EBGaramond-SemiBoldItalic.ttf")
	a.Fonts.Mono = read(t, "fonts/CourierPrime-Regular.ttf")
	return a
}

func text(s string) []m.Inline     { return []m.Inline{&m.Text{Value: s}} }
func para(in ...m.Inline) m.Block  { return &m.Paragraph{Text: in} }
func say(s string) m.Block         { return &m.Paragraph{Text: text(s)} }
func str(s string) m.Inline        { return &m.Text{Value: s} }
func em(s string) m.Inline         { return &m.Emph{Text: text(s)} }
func to(id, s string) m.Inline     { return &m.Link{Target: id, Text: text(s)} }
func ref(id string) m.Inline       { return &m.Link{Target: id} }
func mark(n *m.Note) m.Inline      { return &m.NoteMark{Note: n} }
func items(b ...m.Block) []*m.Item { return itemsOf(m.NoTask, b...) }
func itemsOf(task m.Task, b ...m.Block) (out []*m.Item) {
	for _, b := range b {
		out = append(out, &m.Item{Blocks: []m.Block{b}, Task: task})
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
	c := &config.Config{}
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
func fullBook(t testing.TB) *m.Book {
	large := &m.Picture{Path: "large.png", Format: "png", Data: largePNG(t)}
	small := &m.Picture{Path: "small.jpg", Format: "jpeg", Data: jpegOf(t, 300, 200)}
	inner := &m.Note{Label: "b", Number: 2, Blocks: []m.Block{say("A note that a note marks.")}}
	note := &m.Note{Label: "a", Number: 3, Blocks: []m.Block{
		para(str("The first note, which marks "), mark(inner), str(" another.")), say("Its second paragraph."),
	}}
	listNote := &m.Note{Label: "c", Number: 4, Blocks: []m.Block{&m.List{Tight: true, Items: items(say("A list in a note"))}}}
	hidden := &m.Note{Label: "d", Number: 1, Blocks: []m.Block{say("HIDDEN note of a draft.")}}

	draft := &m.Entry{
		Level: 2, ID: "draft", Maxim: []m.Inline{str("HIDDEN by nobody but its state.")}, Kind: m.Meme, Status: m.Draft,
		Themes: []string{"service"}, Gloss: []m.Block{
			para(str("HIDDEN gloss."), mark(hidden)), &m.Heading{Level: 3, ID: "in-draft", Text: text("HIDDEN heading")},
		},
	}
	patient := &m.Entry{
		Level: 2, ID: "patient-service", Kind: m.Metaphor, Status: m.Ready, Tenor: "management", Vehicle: "service",
		Maxim:  []m.Inline{str("Management is a "), em("patient"), str(" form of service.")},
		Themes: []string{"service", "respect"}, See: []string{"remind", "draft", "nowhere"}, Audience: []string{"manager", "human", "manager"},
		Index: []string{"service", "management, as service"},
		Gloss: []m.Block{
			say("It is done for others, and for the long haul. A manager who cannot wait will do the work herself, and " +
				"then there are two people who do not know how: the one who was never taught and the one who has no time."),
			para(str("See also "), ref("remind"), str(" and "), to("remind", "the same in other words"), str(".")),
			&m.Heading{Level: 3, ID: "why-patient", Text: text("Why patient")},
			say("Because what grows is not hurried by pulling at it."),
		},
	}
	remind := &m.Entry{
		Level: 3, ID: "remind", Maxim: text("A manager reminds people who they are."), Kind: m.Meme, Status: m.Ready,
		Themes: []string{"service", "service"}, See: []string{"patient-service"}, Index: []string{"memory", "memory, long", "service"},
		Gloss: []m.Block{say("Most people know what to do on most days. On the others somebody has to remember it for them.")},
	}
	linked := &m.Entry{
		Level: 2, ID: "linked", Kind: m.Meme, Status: m.Ready,
		Maxim: []m.Inline{
			str("Say less, "), &m.Link{URL: "https://example.com/a b?q=[1]&r=|#x#y", Text: text("sooner")},
			str(", like "), ref("patient-service"), mark(note),
		},
		Gloss: []m.Block{say("An entry of no theme.")}, See: []string{"remind"},
	}
	one := &m.Chapter{
		File: "01-service.md", Role: m.Body, Number: 1, ID: "service", Title: text("Managing people & things"),
		Notes: []*m.Note{hidden, inner, note, listNote},
		Blocks: []m.Block{
			&m.Quote{Epigraph: true, Blocks: []m.Block{say("Between the idea and the reality falls the shadow.")}, Attribution: text("Somebody")},
			para(str("Prose with "), em("emphasis"), str(", "), &m.Strong{Text: text("strength")}, str(", "),
				&m.Strike{Text: text("mistakes")}, str(", "), &m.CodeSpan{Value: "a < b && c"}, str(", a note"), mark(note),
				str(", the same note"), mark(note), str(", and another"), mark(listNote), str("."), &m.LineBreak{},
				str("A new line, then "), &m.RawHTML{Text: "<b>"}, str("raw"), &m.RawHTML{Text: "</b>"}, str(".")),
			say("A second paragraph, which is indented because it follows another, and which is long enough to show how lines " +
				"of it are broken, hyphenated and spaced on a narrow screen, such as the one that most people read on."),
			para(str("Links: "), to("draft", "to a draft"), str(", "), ref("draft"), str(", "), to("nowhere", "to nothing"),
				str(", "), &m.Link{URL: "other.md", Text: text("to a file")}, str(", "),
				&m.Link{URL: "javascript:alert(1)", Text: text("to a script")}, str(", "),
				&m.Link{URL: "https://example.com/", Title: "An \"example\"", Text: text("to the world")}, str(", "),
				&m.Link{URL: "mailto:a@example.com"}, str(", "), to("part-two", "to a part"), str(", "), ref("respect"), str(", "),
				to("in-draft", "into a draft"), str(".")),
			&m.Heading{Level: 2, ID: "first-section", Text: text("A section")},
			say("Words of the section."),
			&m.Heading{Level: 4, ID: "skipped", Text: text("A heading that skips a level")},
			say("Words below it."),
			remind,
			draft,
			patient,
			linked,
		},
	}
	two := &m.Chapter{
		File: "02-respect.md", Role: m.Body, Number: 2, ID: "respect", Title: []m.Inline{str("Respect, "), em("first")},
		Blocks: []m.Block{
			&m.List{Tight: true, Items: items(say("One"), para(str("Two "), em("too")))},
			&m.List{Ordered: true, First: 3, Items: items(say("Three, loose"), &m.Quote{Blocks: []m.Block{say("Quoted in a list.")}})},
			&m.List{Tight: true, Items: append(itemsOf(m.Open, say("To do")), itemsOf(m.Done, say("Done"))...)},
			&m.Code{Language: "go", Lines: []string{"func main() {", "\tfmt.Println(\"<&>\")", "}"}},
			&m.Table{
				Align: []m.Align{m.AlignLeft, m.AlignCenter, m.AlignRight}, Head: []m.Cell{text("Step"), nil, text("Days")},
				Rows: [][]m.Cell{{text("Ask"), text("what they need"), text("3")}, {text("Listen"), text("to the answer"), text("12")}},
			},
			&m.Definitions{Items: []*m.Definition{
				{Terms: [][]m.Inline{text("Meme"), text("Idea")}, Defs: [][]m.Block{{say("What is copied.")}, {say("One."), say("Two.")}}},
			}},
			&m.Figure{Image: &m.Image{Path: "large.png", Alt: "A gradient from blue to \"yellow\"", File: large}, Caption: text("A large picture")},
			para(str("A small picture "), &m.Image{Path: "small.jpg", Alt: "small", File: small}, str(" in its line, and a lost one: "),
				&m.Image{Path: "lost.png", Alt: "LOST"}, str(".")),
			&m.Break{},
			&m.HTML{Text: "<div>\nraw & <i>block</i>\n</div>"},
			&m.Quote{
				Blocks:      []m.Block{say("A quotation of one sentence."), &m.Heading{Level: 2, ID: "in-quote", Text: text("Headed")}, say("More.")},
				Attribution: []m.Inline{str("Its "), em("Author")},
			},
		},
	}
	return &m.Book{
		Front: []*m.Chapter{{File: "preface.md", Role: m.Front, ID: "preface", Title: text("Preface"), Blocks: []m.Block{say("Before all.")}}},
		Parts: []*m.Part{{Title: "The first part", ID: "part-one", Chapters: []*m.Chapter{one}},
			{Title: "The second part", ID: "part-two", Chapters: []*m.Chapter{two}}},
		Back: []*m.Chapter{{File: "about.md", Role: m.Back, ID: "about", Title: text("About the author"), Blocks: []m.Block{say("Żółć, œuvre, naïve.")}}},
	}
}

func minimal() (*config.Config, *m.Book) {
	c := &config.Config{}
	c.Book = config.Book{Title: "T", Language: "en", Identifier: "urn:uuid:9c1a5f4e-3a52-5d0b-8a55-0f3c2f1f0a12"}
	return c, &m.Book{Parts: []*m.Part{{Chapters: []*m.Chapter{{Number: 1, ID: "a", Title: text("A"), Blocks: []m.Block{say("One.")}}}}}}
}

// strange is a book of characters that have no place in XML, ids that are no names, and titles without words.
func strange() (*config.Config, *m.Book) {
	c, b := minimal()
	bad := "a\x00b\x01\x0b<&>\"'\u0085\uFFFE\uFDD0\U0001FFFF\xff\xc3 ]]> \u202E𝔐 é中\t\r\n"
	c.Book.Title, c.Book.Subtitle, c.Book.Publisher, c.Book.Rights, c.Book.Description = bad, bad, bad, bad, bad
	c.Book.Edition, c.Book.Dedication, c.Book.Subjects = bad, bad, []string{bad, "\x00"}
	c.Book.Contributors = []config.Contributor{{Name: bad, Role: "aut", FileAs: bad}, {Name: " ", Role: "edt"}}
	c.Themes = []config.Name{{ID: "a b", Name: bad}}
	ch := b.Parts[0].Chapters[0]
	ch.ID, ch.Title, ch.File = "1 é\"<", text(bad), bad
	ch.Blocks = []m.Block{
		para(str(bad), &m.CodeSpan{Value: bad}, &m.RawHTML{Text: bad}, to("1 é\"<", bad), to("dup", bad)),
		&m.Heading{Level: 6, ID: "", Text: text(bad)},
		&m.Heading{Level: 2, ID: "dup", Text: text("Once")},
		&m.Heading{Level: 2, ID: "dup", Text: text("Twice")},
		&m.Heading{Level: 3, ID: "2\x00", Text: nil},
		&m.Heading{Level: 2, ID: "empty", Text: text("\x01")},
		&m.Code{Language: bad, Lines: []string{bad, "", bad}},
		&m.Code{}, &m.List{}, &m.Table{}, &m.Definitions{}, &m.Figure{}, &m.Quote{}, para(),
		&m.Entry{Level: 2, ID: "é", Maxim: []m.Inline{str(bad), ref("loop")}, Kind: m.Metaphor, Tenor: bad, Vehicle: bad, Themes: []string{"a b"}, See: []string{"loop", "é"}},
		&m.Entry{Level: 2, ID: "loop", Maxim: []m.Inline{str("Loop "), ref("é")}, Kind: m.Meme},
		&m.Entry{Level: 2, ID: "wordless", Kind: m.Meme},
		para(&m.Link{URL: "http://" + bad}, &m.Link{URL: "http://exa mple/%zz"}, &m.Link{URL: "HTTP://EXAMPLE.com/%zz" + "é"}, &m.Link{},
			&m.Link{URL: "http://[::1"}, &m.Link{URL: "https://müller.example/ü?ä=ö"}, &m.Link{URL: "tel:+1 555"}, &m.Link{URL: "mailto:"},
			&m.Link{URL: "http://a_b.example/"}, &m.Link{URL: "http://user:pw@h:99999/"}, &m.Link{URL: "http:/x"}, &m.Link{URL: bad}),
	}
	b.Parts = append(b.Parts, &m.Part{Title: bad, ID: "p", Chapters: []*m.Chapter{{Number: 2}, {Number: 3, ID: "dup", Title: text("\x02")}}})
	b.Front = []*m.Chapter{{Role: m.Front}}
	return c, b
}

// longBook has about 100,000 words in 46 chapters.
func longBook() (*config.Config, *m.Book) {
	c, b := fullConfig(), &m.Book{Parts: []*m.Part{{}}}
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
		ch := &m.Chapter{Number: i + 1, ID: fmt.Sprintf("c%d", i), Title: text(fmt.Sprintf("Chapter %d", i))}
		for j := range 12 {
			note := &m.Note{Blocks: []m.Block{say(sentence(12))}}
			ch.Blocks = append(ch.Blocks, &m.Entry{
				Level: 2, ID: fmt.Sprintf("e%d-%d", i, j), Maxim: text(sentence(12)), Kind: m.Meme, Themes: []string{"service"},
				Gloss: []m.Block{para(str(sentence(50)), em(sentence(2)), mark(note), str(sentence(20))), say(sentence(80))},
			})
		}
		b.Parts[0].Chapters = append(b.Parts[0].Chapters, ch)
	}
	return c, b
}

// leftwardBook is a book in Arabic with paragraphs in English.
func leftwardBook() (*config.Config, *m.Book) {
	c, _ := minimal()
	c.Book.Title, c.Book.Language, c.Book.Publisher = "اكتب هذا", "ar", "دار النشر"
	return c, &m.Book{Parts: []*m.Part{{Chapters: []*m.Chapter{{Number: 1, ID: "a", Title: text("الخدمة"), Blocks: []m.Block{
		say("الإدارة شكل صبور من الخدمة."), say("“English first, then عربي."), say("— 1984 عربي أولا"),
		&m.Heading{Level: 2, ID: "h", Text: []m.Inline{em("An English heading")}},
		&m.Entry{Level: 2, ID: "e", Kind: m.Meme, Maxim: text("قل أقل."), Gloss: []m.Block{say("👩‍👩‍👧 1️⃣")}},
		&m.Code{Lines: []string{"x := 1"}},
		&m.Table{Head: []m.Cell{text("عمود"), text("Column")}, Rows: [][]m.Cell{{text("خلية"), text("cell")}}},
	}}}}}}
}
