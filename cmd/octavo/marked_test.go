package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/excerpt"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/reviewcopy"
	"octavo/cmd/octavo/internal/sheet"
)

// TestPrintedWordsComeFromLang makes every output of the shipped book in a made-up language: the words of package lang stand
// in angle quotation marks, and the author's begin with the letter q. A word that is neither is one that the code prints
// of its own.
func TestPrintedWordsComeFromLang(t *testing.T) {
	p, err := project.Open(context.Background(), copyOfTheBook(t), project.Silent,
		config.Setting{Key: "deck.pouch", Flag: "--pouch", Value: "a7"}, config.Setting{Key: "deck.card", Flag: "--card", Value: "tarot"})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	own := p.Cfg.Review
	p.Cfg.Lang = marked(p.Cfg.Lang)
	p.Cfg.SetKinds(config.BuiltInKinds(p.Cfg.Lang))
	qConfig(p.Cfg)
	qBook(p.Book)
	p.Cfg.Review.Notice, p.Cfg.Review.Quotations = p.Cfg.Lang.Review.Notice, p.Cfg.Lang.Review.Quotations
	if own.Notice != lang.English().Review.Notice {
		t.Error("the shipped book has a notice of its own")
	}
	for _, s := range []*config.Style{p.Cfg.Style, p.Cfg.CardStyle} {
		s.Text.Hyphenate, s.Chapter.Initial = false, config.None // either would divide a word
	}
	fonts := wordsOf(p.Fonts.Regular.Family + " " + p.Fonts.Regular.Designer())
	check := func(what string, texts []string, allowed ...string) {
		t.Helper()
		if n := strings.Count(strings.Join(texts, " "), "‹"); n == 0 {
			t.Errorf("%s: no marked word", what)
		}
		if odd := unmarked(texts, append(allowed, fonts...)); len(odd) > 0 {
			t.Errorf("%s: words of neither lang nor the author: %q", what, odd)
		}
	}

	doc, pages, _ := interior.Set(p.Cfg, p.Book, p.Fonts)
	check("interior, EPUB's cover", slices.Concat(documentTexts(doc), pdfTexts(t, doc), itemTexts(cover.Front(p.Cfg, p.Fonts, nil).Items)))
	content, err := sheet.Gather(p.Cfg, p.Book, nil, pages, sheet.Picture{})
	if err != nil {
		t.Fatal(err)
	}
	trade, _, _ := sheet.Set(p.Cfg, p.Fonts, content)
	check("sheet", documentTexts(trade), "mm", "in")
	someCfg, some, err := excerpt.Of(p.Cfg, p.Book, excerpt.Ask{Chapters: []string{p.Book.Parts[0].Chapters[0].ID}})
	if err != nil {
		t.Fatal(err)
	}
	sampler, _, _ := interior.Set(someCfg, some, p.Fonts)
	check("sampler", documentTexts(sampler))
	ends, atEnd := *p.Cfg, *p.Cfg.Style
	ends.Style, atEnd.Note.Place = &atEnd, config.AtBook
	endnotes, _, _ := interior.Set(&ends, p.Book, p.Fonts)
	check("interior with its notes at the end", documentTexts(endnotes))
	manuscript := interior.TypescriptConfig(p.Cfg)
	typescript, _, _ := interior.Typescript(manuscript, drafted(p.Book), booktest.Fonts(t, manuscript.Style, p.Cfg.Book.Language))
	check("typescript", slices.Concat(documentTexts(typescript), pdfTexts(t, typescript)), ids(p.Book)...)
	drafts, _, _ := interior.Drafts(p.Cfg, drafted(p.Book), p.Fonts, pages)
	check("drafts", textsOn(drafts))
	ask := &reviewcopy.Content{Inside: doc, Pages: pages, Book: len(doc.Pages), Revision: "qrev", Since: "qstate", Width: p.Cfg.Print.Width,
		Height: p.Cfg.Print.Height, Changes: []reviewcopy.Change{{What: "new", Title: "Qnew", Anchor: p.Book.Entries()[0].ID},
			{What: "removed", Title: "Qgone", After: pages.Pages[12].Start}, {What: "moved", Title: "Qmoved"}, {What: "changed", Title: "Qother"}}}
	reviewed := reviewcopy.Set(p.Cfg, p.Book, p.Fonts, ask).Doc
	copies := slices.Concat(documentTexts(reviewed), pdfTexts(t, reviewed))
	slots, _ := reviewcopy.Slots(p.Cfg, p.Fonts, ask, reviewcopy.Copy{ID: "12345", Reader: p.Cfg.Review.Readers[0], Number: 1, Of: 3})
	for _, items := range slots {
		copies = append(copies, itemTexts(items)...)
	}
	answers, _, _ := reviewcopy.Answers(p.Cfg, p.Fonts, ask, []reviewcopy.Answer{{Where: p.Cfg.Lang.Answers.Gone, Outcome: p.Cfg.Lang.Answers.Open,
		Words: "qold", Struck: true, New: "qnew", Comment: "qcomment", Why: "qwhy"}})
	check("review copy", append(copies, textsOn(answers)...), "mm", "in", "TK")

	deck, found := cards.NewDeck(p.Cfg, p.Book, p.Fonts, pages, p.Book.Entries())
	if deck == nil {
		t.Fatal(found)
	}
	deck.Grid, found = cards.Lay(p.Cfg)
	if found.HasErrors() {
		t.Fatal(found)
	}
	var sheets []string
	for _, laminate := range []string{config.LaminateCards, config.LaminateSheet} {
		for _, sides := range []string{config.TwoSided, config.OneSided} {
			p.Cfg.Deck.Laminate, p.Cfg.Deck.Sides = laminate, sides
			sheets = append(sheets, documentTexts(deck.Sheets())...)
		}
	}
	proof, err := deck.Proof(p.Book.Entries()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	check("cards", slices.Concat(sheets, documentTexts(deck.Singles()), documentTexts(deck.Contact()), documentTexts(proof)),
		slices.Concat([]string{"mm", "card", "title", "themes", "blank"}, wordsOf(p.Cfg.Deck.Pouch.Name), ids(p.Book))...)
	calibration, _ := cards.Calibration(p.Cfg, p.Fonts, "")
	check("calibration", documentTexts(calibration), wordsOf("octavo cards calibrate printer office top bottom left right")...)

	var readers []string
	for i := range p.Cfg.Review.Readers {
		p.Cfg.Review.Readers[i].Formats = []string{"epub", "docx"}
		readers = append(readers, p.Cfg.Review.Readers[i].ID)
	}
	remarkOn(t, p, feedback.Remark{Kind: feedback.Replace, Reader: p.Cfg.Review.Readers[0].Name, New: "qnew", Comment: "qcomment",
		Seen: locate.Seen{Words: book.PlainText(p.Book.Entries()[0].Maxim), Offset: -1}})
	made, err := production.ReviewCopies(context.Background(), p, production.ReviewRequest{Readers: readers[:1]}, func(int) func(string) { return project.Silent })
	if err != nil || made.Failed > 0 || len(made.Copies) == 0 {
		t.Fatal(err, errors.Join(made.Fails...), p.Found)
	}
	for _, c := range made.Copies {
		texts := zipTexts(t, filepath.Join(made.Dir, c.File))
		check(c.Format, texts, slices.Concat([]string{"TK"}, wordsOf(c.ID), wordsOf(c.Revision), ids(p.Book))...)
		if !strings.Contains(strings.Join(texts, " "), "qcomment") {
			t.Errorf("the %s has no answers", c.Format)
		}
	}
}

// remarkOn records a remark.
func remarkOn(t *testing.T, p *project.Project, r feedback.Remark) {
	t.Helper()
	shelf, err := ledger.OpenShelf(p.Root, p.Cfg.Book.Slug)
	if err != nil {
		t.Fatal(err)
	}
	r.Place = p.Index().Locate(&r.Seen, nil)
	list := feedback.NewList(p.Book.Sources, &feedback.File{Remarks: []feedback.Remark{r}})
	if err := ledger.UpdateAnswers(t.Context(), p.Root, func(a *ledger.Answers) error {
		a.Remember(p, shelf, list, ledger.Moment{})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

var word = regexp.MustCompile(`\pL[\pL\pN’']*`)

func wordsOf(s string) []string { return word.FindAllString(s, -1) }

// marked returns a language each of whose words stands in marks.
func marked(l *lang.Language) *lang.Language {
	m := *l
	v := reflect.ValueOf(&m).Elem()
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() { // what is made of the words when it is needed
			continue
		}
		switch v.Type().Field(i).Name {
		case "Tag", "Words", "Quotes", "Spacing", "Rules", "Reader":
		default:
			v.Field(i).Set(markedValue(v.Field(i)))
		}
	}
	return &m
}

var wordOrPlace = regexp.MustCompile(`\{[a-z]+\}|` + word.String())

func markedValue(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(wordOrPlace.ReplaceAllStringFunc(v.String(), func(s string) string {
			if s[0] == '{' {
				return s
			}
			return "‹" + s + "›"
		}))
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(markedValue(v.Field(i)))
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(markedValue(v.Index(i)))
		}
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(markedValue(v.Index(i)))
		}
	case reflect.Map:
		out.Set(reflect.MakeMap(v.Type()))
		for _, k := range v.MapKeys() {
			out.SetMapIndex(k, markedValue(v.MapIndex(k)))
		}
	case reflect.Func:
		if v.IsNil() {
			return out
		}
		fn := reflect.ValueOf(v.Interface()) // v is a field that out takes the place of
		out.Set(reflect.MakeFunc(v.Type(), func(args []reflect.Value) []reflect.Value {
			return []reflect.Value{markedValue(fn.Call(args)[0])}
		}))
	case reflect.Int, reflect.Bool: // rules of numbers, which print no words
		out.Set(v)
	default:
		panic(v.Type())
	}
	return out
}

// unmarked returns the words that are neither marked nor the author's, each once.
func unmarked(texts, allowed []string) (odd []string) {
	for _, text := range texts {
		text = regexp.MustCompile(`‹[^›]*›|#[a-z0-9-]+`).ReplaceAllString(text, " ")
		for _, w := range wordsOf(text) {
			if !ofAuthor(w) && !slices.Contains(allowed, w) && !slices.Contains(odd, w) {
				odd = append(odd, w)
			}
		}
	}
	return odd
}

// ofAuthor reports whether a word is one that q has made, or a numeral in roman figures.
func ofAuthor(w string) bool {
	for _, r := range strings.ToLower(w) {
		if r >= 'a' && r <= 'z' {
			return r == 'q' || strings.Trim(strings.ToLower(w), "ivxlc") == ""
		}
	}
	return true
}

// q makes every word begin with that letter.
func q(s *string) {
	*s = word.ReplaceAllStringFunc(*s, func(w string) string {
		for i, c := range []byte(w) {
			switch {
			case c >= 'a' && c <= 'z':
				return w[:i] + "q" + w[i+1:]
			case c >= 'A' && c <= 'Z':
				return w[:i] + "Q" + w[i+1:]
			}
		}
		return w
	})
}

func qAll(all []string) {
	for i := range all {
		q(&all[i])
	}
}

func qConfig(c *config.Config) {
	b, r := &c.Book, &c.Review
	for _, s := range []*string{&b.Title, &b.Subtitle, &b.Edition, &b.Publisher, &b.Rights, &b.Description, &b.Dedication, &b.Epigraph,
		&b.EpigraphBy, &b.Colophon, &b.Series.Name, &r.Price, &r.Publication, &r.Comments, &c.Cover.Category, &c.Cover.Price} {
		q(s)
	}
	for i := range b.Contributors {
		q(&b.Contributors[i].Name)
		q(&b.Contributors[i].FileAs)
	}
	for _, all := range [][]string{b.Subjects, b.Classification, b.CIP, r.Contact} {
		qAll(all)
	}
	for _, names := range [][]config.Name{c.Themes, c.Audiences} {
		for i := range names {
			q(&names[i].Name)
		}
	}
	for i := range c.Index.See {
		q(&c.Index.See[i].Heading)
		qAll(c.Index.See[i].To)
	}
	for i := range r.Readers {
		q(&r.Readers[i].Name)
		q(&r.Readers[i].Note)
	}
}

func qBook(b *book.Book) {
	if b.Cover != nil {
		for _, words := range [][]book.Block{b.Cover.Blurb, b.Cover.Bio} {
			book.ReadingOrder(words, nil, func(text []book.Inline) { book.WalkInlines(text, qInline) })
		}
	}
	for _, p := range b.Parts {
		q(&p.Title)
	}
	for _, ch := range b.Chapters() {
		ch.Walk(func(block book.Block) {
			switch block := block.(type) {
			case *book.Entry:
				q(&block.Card)
				q(&block.Back)
				for _, text := range append(block.BackText, block.CardText) {
					book.WalkInlines(text, qInline)
				}
				for i := range block.Values {
					q(&block.Values[i].Text)
					qAll(block.Values[i].Items)
				}
				qAll(block.Index)
			case *book.Code:
				qAll(block.Lines)
			}
		}, qInline)
	}
}

func qInline(in book.Inline) {
	switch in := in.(type) {
	case *book.Text:
		q(&in.Value)
	case *book.CodeSpan:
		q(&in.Value)
	case *book.Image:
		q(&in.Alt)
	}
}

// drafted returns the book with its first entry as a draft.
func drafted(b *book.Book) *book.Book {
	d := *b
	e := *b.Entries()[0]
	e.Status = book.Draft
	ch := *b.Parts[0].Chapters[0]
	ch.Blocks = []book.Block{&e}
	d.Parts = []*book.Part{{Chapters: []*book.Chapter{&ch}}}
	return &d
}

func ids(b *book.Book) (out []string) {
	for _, e := range b.Entries() {
		out = append(out, wordsOf(e.ID)...)
	}
	return out
}

func documentTexts(d *page.Document) []string {
	out := append(textsOn(d.Pages), d.Title, d.Author, d.Subject, d.Keywords)
	for _, b := range d.Outline {
		out = append(out, b.Title)
	}
	return out
}

// pdfTexts returns what a PDF says beside its pages: bookmarks, labels, metadata, and what stands in place of pictures and links.
func pdfTexts(t *testing.T, d *page.Document) (out []string) {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Screen); err != nil {
		t.Fatal(err)
	}
	f, err := cos.Open(t.Context(), b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	packets := 0
	f.Each(func(_ cos.Ref, v cos.Value) {
		if s := f.Stream(v); s != nil && f.Name(s.Dict["Type"]) == "Metadata" {
			packet, err := f.Decode(s)
			if err != nil {
				t.Fatal(err)
			}
			packets++
			out = append(out, xmlTexts(t, "XMP", bytes.NewReader(packet))...)
		}
		for _, key := range []cos.Name{"Title", "Author", "Subject", "Keywords", "Alt", "ActualText", "Contents", "P"} {
			if text, ok := f.Text(f.Dict(v)[key]); ok {
				out = append(out, text)
			}
		}
	})
	if packets == 0 {
		t.Error("a PDF without XMP")
	}
	return out
}

func textsOn(pages []*page.Page) (out []string) {
	for _, p := range pages {
		out = append(append(out, p.Label), itemTexts(p.Items)...)
	}
	return out
}

func itemTexts(items []page.Item) (out []string) {
	for _, it := range page.Placed(items) {
		if text, ok := it.(*page.Text); ok {
			out = append(out, text.Text)
		}
	}
	return out
}

// zipTexts returns what a reader meets in an EPUB or a Word file: its text, and what is said in place of pictures and links.
func zipTexts(t *testing.T, name string) (out []string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !slices.Contains([]string{".xhtml", ".opf", ".ncx", ".xml"}, filepath.Ext(f.Name)) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, xmlTexts(t, f.Name, r)...)
		r.Close()
	}
	return out
}

func xmlTexts(t *testing.T, name string, r io.Reader) (out []string) {
	d := xml.NewDecoder(r)
	var in []xml.StartElement
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = append(in, token.Copy())
			for _, a := range token.Attr {
				if slices.Contains([]string{"alt", "title", "aria-label", "descr"}, a.Name.Local) {
					out = append(out, a.Value)
				}
			}
		case xml.EndElement:
			in = in[:len(in)-1]
		case xml.CharData:
			if len(in) > 0 && !slices.ContainsFunc(in, unspoken) {
				out = append(out, string(token))
			}
		}
	}
}

// unspoken reports whether what an element holds is for programs, not for persons.
func unspoken(e xml.StartElement) bool {
	switch e.Name.Local {
	case "identifier", "language", "date", "instrText":
		return true
	case "RecordReference", "IDValue", "LanguageCode", "ContributorRole", "ProductForm", "ProductFormDetail", "SubjectCode": // of ONIX
		return true
	case "Application", "lpwstr", "created", "modified": // of a Word file's properties
		return true
	case "format", "Producer", "CreatorTool", "CreateDate", "ModifyDate", "MetadataDate": // of XMP
		return true
	case "meta":
		return !slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Value == "schema:accessibilitySummary" })
	}
	return false
}
