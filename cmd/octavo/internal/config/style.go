package config

import (
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// Style is a house style, read from styles/<name>.toml. It inherits missing keys from classic. The strings are among the values
// that the documentation of their keys lists; see StyleKeys.
type Style struct {
	Source *diag.Source
	Name   string

	Fonts struct { // files under fonts/
		Regular, Italic, Bold, BoldItalic, Mono string
		Own                                     []string // the other TrueType fonts of the book's styles/fonts, which no key names
	}
	fonts map[string]fontPlace // by key, "fonts.regular"

	Page struct {
		Width, Height             Length // default trim, 3in to 17in
		Inner, Outer, Top, Bottom Length // margins, 0.25in to 4in
		Head, Foot                Length // baselines of the running head and of lines below the text; 0 to 2in
	}
	Text struct {
		Size, Leading, Indent Length // 5pt to 24pt, 5pt to 48pt, 0 to 72pt
		SizeMin, SizeMax      Length // limits of the size on another trim, 5pt to 24pt; 0: the size itself
		Align                 string // Justified or Ragged
		Hyphenate             bool
		Letterfit             int    // letterspacing allowed in a loose line, in thousandths of an em; 0 to 20
		Paragraphs            string // Indented or Spaced: separated by a blank line
		Emphasis              string // Italic or Bold
		Figures               string // OldStyle or Lining
		Capitals              string // SmallCaps, Letterspaced or AsWritten: words in capitals
	}
	Note struct {
		Size, Leading Length // 4pt to 24pt, 4pt to 48pt
		Place         string // Foot, AtChapter or AtBook
		Marks         string // Numbers or Symbols
		Restart       string // RestartPage, RestartChapter or RestartBook: where the numbers begin again
		Hang          bool   // the lines of a note stand beside its number, not under it
	}
	Figure struct {
		Shrink int // percentage by which a picture may be reduced to fit on its page; 0 to 50
	}
	Head struct {
		Size         Length // of the running heads, 5pt to 36pt
		Verso, Recto string // their text: ByTitle, ByAuthor, ByPart, ByChapter, ByEntry, ByFirst, ByLast, ByGuide or None
		VersoFace    string // a face
		RectoFace    string // a face
		Place        string // Top or Bottom
		Align        string // Centered, Outer or Inner
	}
	Folio struct {
		Size   Length // 5pt to 36pt
		Face   string // a face
		Place  string // Top or Bottom; always at the bottom of a page that opens a chapter
		Align  string // Centered or Outer
		Opener string // Centered or Outer: alignment on a page that opens a chapter
	}
	Chapter struct {
		Size, Sink  Length // 5pt to 96pt; Sink: white above the chapter's title, 0 to 6in
		Align       string // Centered or Left; title pages and part titles follow it
		Face        string // a face
		Number      string // Arabic, Roman, Words or None
		Lead        string // SmallCaps or None: form of the first words
		Initial     string // None, Raised or Drop
		InitialFace string // Upright, Italic or Swash
		Lines       int    // height of the initial in lines of text, 2 to 5
		Opens       string // Recto or Any: the page on which a chapter of the body or the back begins
	}
	Part struct {
		Ground int // tint of a part's opening page, bleeding off all edges, in percent of black; 0 to 30
	}
	Section struct {
		Size  Length // 5pt to 48pt
		Align string // Left or Centered
		Face  string // a face
		Minor string // a face: of headings at lower levels
	}
	Entry EntryStyle
	Maxim struct {
		Size, Leading Length // 5pt to 48pt, 5pt to 72pt
		Align         string // Left or Centered
		Face          string // a face
		Label         string // a face, or None: of the line with the entry's kind
	}
	Cover struct { // of the EPUB, if the author has no picture for it
		Design string // Label, Halftone or Poster
		Ground string // background colour, "#rrggbb"
	}
	Contents struct {
		Set   string // Narrow, Wide or Leaders: where the page numbers stand
		Align string // Left or Centered: of a narrow block
	}
	Index struct {
		Size, Leading Length // 5pt to 24pt, 5pt to 48pt
		Columns       int    // 1 to 4; where the measure has room for more, or not for so many, they follow it
	}
	Card struct {
		Design             string // Plate, Ledger or Field
		Face               string // a face: of the maxim
		Align              string // Centered or Left: of the maxim
		Leading            int    // of the maxim, in percent of its size; 100 to 160
		Steps              int    // largest number of different sizes of maxims in a deck, 1 to 12
		MaximMin, MaximMax Length // limits of the maxim's size, 9pt to 72pt
		Gloss, GlossMin    Length // normal and smallest text size on the back; 8pt to 24pt
		Number             bool   // a numbered entry's number is on its card
		Ground             int    // tint of both sides, in percent of the theme's colour; 0 to 20
	}
	Ink      Ink
	Ornament Ornament
	Title    TitlePage
	Mark     struct {
		Break string // of a break between paragraphs, 1 to 12 characters
		List  string // of a list's items, 1 to 3 characters
	}
}

// Value returns where a key's value begins and ends in the style's file. If the file does not have the key, it returns the
// place of the key's table.
func (s *Style) Value(path string) (pos diag.Pos, end int) {
	p := nearest(tomltext.Places(string(s.Source.Text)), path)
	return diag.Pos{Source: s.Source, Offset: p.At}, p.End
}

// Values of a Style's strings.
const (
	None     = "none"
	Left     = "left"
	Centered = "centered"
	Outer    = "outer"
	Inner    = "inner"
	Top      = "top"
	Bottom   = "bottom"

	Justified = "justified"
	Ragged    = "ragged"
	Indented  = "indented"
	Spaced    = "spaced"
	OldStyle  = "old-style"
	Lining    = "lining"

	Letterspaced = "letterspaced"
	AsWritten    = "as-written"

	// The faces.
	Upright   = "roman"
	Italic    = "italic"
	Bold      = "bold"
	SmallCaps = "small-caps"
	Swash     = "swash" // italic with swash capitals

	// The texts of a running head.
	ByTitle   = "title"
	ByAuthor  = "author"
	ByPart    = "part"
	ByChapter = "chapter"
	ByEntry   = "entry" // of a verso: the entry in which it begins, otherwise its first; of a recto: its last
	ByFirst   = "first" // the first entry that begins on the page
	ByLast    = "last"  // the last entry that begins on the page
	ByGuide   = "guide" // both of these

	// The number of a chapter: Arabic or Roman figures, or Words.
	Arabic = "arabic"
	Roman  = "roman"
	Words  = "words"

	// How the contents are set.
	Narrow  = "narrow"
	Wide    = "wide"
	Leaders = "leaders"

	// Covers.
	Label    = "label"    // a paper label on a pattern
	Halftone = "halftone" // a title over a halftone pattern
	Poster   = "poster"   // a title as large as possible

	// Where a chapter opens.
	Recto = "recto" // on a right page, after a blank one where need be
	Any   = "any"   // on the next page

	// Initials.
	Raised = "raised"
	Drop   = "drop"

	// The designs of cards: framed and centred; flush left under a band of colour; on a pale background.
	Plate  = "plate"
	Ledger = "ledger"
	Field  = "field"
)

// plainStyle returns a style with the defaults of the keys that are not required.
func plainStyle() Style {
	s := Style{fonts: map[string]fontPlace{}}
	t := &s.Text
	t.Letterfit = 8
	s.Figure.Shrink = 20
	t.Align, t.Hyphenate, t.Paragraphs, t.Emphasis, t.Figures, t.Capitals = Justified, true, Indented, Italic, OldStyle, SmallCaps
	s.Note.Place, s.Note.Marks = Foot, Numbers
	s.Head.Verso, s.Head.Recto, s.Head.VersoFace, s.Head.RectoFace = ByTitle, ByChapter, SmallCaps, Italic
	s.Head.Size, s.Head.Place, s.Head.Align = 10*pt, Top, Centered
	s.Folio.Size, s.Folio.Face, s.Folio.Place, s.Folio.Align, s.Folio.Opener = 11*pt, Upright, Top, Outer, Centered
	c := &s.Chapter
	c.Align, c.Face, c.Number, c.Lead, c.Initial, c.InitialFace, c.Lines, c.Opens = Centered, Upright, Arabic, None, None, Upright, 3, Recto
	s.Contents.Set, s.Contents.Align = Narrow, Left
	s.Section.Align, s.Section.Face, s.Section.Minor = Left, SmallCaps, Italic
	s.Entry = plainEntry()
	s.Maxim.Align, s.Maxim.Face, s.Maxim.Label = Left, Italic, SmallCaps
	s.Index.Size, s.Index.Leading, s.Index.Columns = 9*pt, 11*pt, 2
	d := &s.Card
	d.Design, d.Face, d.Align, d.Leading, d.Steps, d.Ground = Plate, Upright, Centered, 116, 6, 0
	d.MaximMin, d.MaximMax, d.Gloss, d.GlossMin, d.Number = 9*pt, 24*pt, 9*pt, 8*pt, true
	s.Cover.Design, s.Cover.Ground = Label, "#17404a"
	s.Mark.Break, s.Mark.List = "* * *", "•"
	s.plainPress()
	return s
}

// StyleKeys returns the keys of a style, styles/<name>.toml.
func StyleKeys() []Key { return documented(styleRows()) }

// faces returns the values of a key for a face; the first is the default.
func faces(first string) []string {
	all := []string{first}
	for _, f := range []string{Upright, Italic, Bold, SmallCaps, Swash} {
		if f != first {
			all = append(all, f)
		}
	}
	return all
}

// styleRows are the rows of a style. Those of a fine press are in press.go.
var styleRows = sync.OnceValue(func() []row[Style] { return slices.Concat(pageRows(), styleEntryRows(), otherRows(), pressRows()) })

// pageRows are the rows of a style down to its headings.
func pageRows() []row[Style] {
	return []row[Style]{
		text("name", "the file's name", "the style's name", func(s *Style) *string { return &s.Name }),
		{Key{Path: "fonts", Type: Table, Required: true, Doc: "files under fonts/"}, nil},
		font("fonts.regular", "the text's font, a TrueType file", func(s *Style) *string { return &s.Fonts.Regular }),
		font("fonts.italic", "its italic", func(s *Style) *string { return &s.Fonts.Italic }),
		font("fonts.bold", "its bold", func(s *Style) *string { return &s.Fonts.Bold }),
		font("fonts.bold_italic", "its bold italic", func(s *Style) *string { return &s.Fonts.BoldItalic }),
		font("fonts.mono", "the font of code", func(s *Style) *string { return &s.Fonts.Mono }),

		{Key{Path: "page", Type: Table, Required: true, Doc: "the page"}, nil},
		distance("page.width", "", "default trim width", trimForm.Least, trimForm.Most, func(s *Style) *Length { return &s.Page.Width }).need(),
		distance("page.height", "", "default trim height", trimForm.Least, trimForm.Most, func(s *Style) *Length { return &s.Page.Height }).need(),
		distance("page.inner", "", "margin at the spine", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Inner }).need(),
		distance("page.outer", "", "margin at the fore edge", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Outer }).need(),
		distance("page.top", "", "margin above the text", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Top }).need(),
		distance("page.bottom", "", "margin below the text", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Bottom }).need(),
		distance("page.head", "", "baseline of what stands above the text, from its upper edge", 0, 2*inch,
			func(s *Style) *Length { return &s.Page.Head }).need(),
		distance("page.foot", "", "baseline of what stands below the text, from its lower edge", 0, 2*inch,
			func(s *Style) *Length { return &s.Page.Foot }).need(),

		{Key{Path: "text", Type: Table, Required: true, Doc: "running text"}, nil},
		points("text.size", "", "size of the text", 5*pt, 24*pt, func(s *Style) *Length { return &s.Text.Size }).need(),
		points("text.size_min", "the size", "smallest size of the text, on a trim narrower than the style's", 5*pt, 24*pt,
			func(s *Style) *Length { return &s.Text.SizeMin }),
		points("text.size_max", "the size", "largest size of the text, on a trim wider than the style's", 5*pt, 24*pt,
			func(s *Style) *Length { return &s.Text.SizeMax }),
		points("text.leading", "", "from baseline to baseline", 5*pt, 48*pt, func(s *Style) *Length { return &s.Text.Leading }).need(),
		points("text.indent", "", "indent of a paragraph", 0, 72*pt, func(s *Style) *Length { return &s.Text.Indent }).need(),
		choice("text.align", "whether lines are of one length", func(s *Style) *string { return &s.Text.Align }, Justified, Ragged),
		truth("text.hyphenate", "true", "words may be divided at the ends of lines", func(s *Style) *bool { return &s.Text.Hyphenate }),
		whole("text.letterfit", "8", "by how many thousandths of an em letters part at most where a line must be set loose", 0, 20,
			func(s *Style) *int { return &s.Text.Letterfit }),
		choice("text.paragraphs", "how paragraphs are told apart: by an indent or by a line of white",
			func(s *Style) *string { return &s.Text.Paragraphs }, Indented, Spaced),
		choice("text.emphasis", "how emphasis looks", func(s *Style) *string { return &s.Text.Emphasis }, Italic, Bold),
		choice("text.figures", "the figures in the text; those in tables are lining in any case",
			func(s *Style) *string { return &s.Text.Figures }, OldStyle, Lining),
		choice("text.capitals", "how words in capitals, such as NASA, look in the text",
			func(s *Style) *string { return &s.Text.Capitals }, SmallCaps, Letterspaced, AsWritten),

		{Key{Path: "note", Type: Table, Required: true, Doc: "notes; [notes] of book.toml wins over place, marks and restart"}, nil},
		points("note.size", "", "size of a note", 4*pt, 24*pt, func(s *Style) *Length { return &s.Note.Size }).need(),
		points("note.leading", "", "from baseline to baseline", 4*pt, 48*pt, func(s *Style) *Length { return &s.Note.Leading }).need(),
		choice("note.place", placeDoc, func(s *Style) *string { return &s.Note.Place }, notePlaces...),
		choice("note.marks", marksDoc, func(s *Style) *string { return &s.Note.Marks }, noteMarks...),
		{Key{Path: "note.restart", Type: Text, Default: `"chapter", or "page" for symbols`, Doc: startDoc + ": " + quoted(noteRestarts), Values: noteRestarts},
			func(dec *decoder, s *Style, it item) { dec.oneOf(&s.Note.Restart, it, noteRestarts...) }},
		truth("note.hang", "false", "the lines of a note stand beside its number, not under it", func(s *Style) *bool { return &s.Note.Hang }),

		{Key{Path: "figure", Type: Table, Doc: "pictures with their captions"}, nil},
		whole("figure.shrink", "20", "by how much a picture may be set smaller to fit on its page, in percent, 0 to 50", 0, 50,
			func(s *Style) *int { return &s.Figure.Shrink }),

		{Key{Path: "head", Type: Table, Doc: "running heads"}, nil},
		points("head.size", `"10pt"`, "size of a running head", 5*pt, 36*pt, func(s *Style) *Length { return &s.Head.Size }),
		choice("head.verso", "what the left page says; entry is the entry in which the page begins, first and last are entries that begin on it, guide is both; numbered entries by their numbers",
			func(s *Style) *string { return &s.Head.Verso }, ByTitle, ByAuthor, ByPart, ByChapter, ByEntry, ByFirst, ByLast, ByGuide, None),
		choice("head.recto", "what the right page says; entry is the last entry that begins on it",
			func(s *Style) *string { return &s.Head.Recto }, ByChapter, ByPart, ByTitle, ByAuthor, ByEntry, ByFirst, ByLast, ByGuide, None),
		choice("head.verso_face", "how the left page says it", func(s *Style) *string { return &s.Head.VersoFace }, faces(SmallCaps)...),
		choice("head.recto_face", "how the right page says it", func(s *Style) *string { return &s.Head.RectoFace }, faces(Italic)...),
		choice("head.place", "above the text or below it", func(s *Style) *string { return &s.Head.Place }, Top, Bottom),
		choice("head.align", "where on the line", func(s *Style) *string { return &s.Head.Align }, Centered, Outer, Inner),

		{Key{Path: "folio", Type: Table, Doc: "page numbers"}, nil},
		points("folio.size", `"11pt"`, "size of a page number", 5*pt, 36*pt, func(s *Style) *Length { return &s.Folio.Size }),
		choice("folio.face", "how it looks", func(s *Style) *string { return &s.Folio.Face }, Upright, Italic, Bold),
		choice("folio.place", "above the text or below it; where a chapter opens it is below", func(s *Style) *string { return &s.Folio.Place },
			Top, Bottom),
		choice("folio.align", "where on the line", func(s *Style) *string { return &s.Folio.Align }, Outer, Centered),
		choice("folio.opener", "where on the line when a chapter opens", func(s *Style) *string { return &s.Folio.Opener }, Centered, Outer),

		{Key{Path: "chapter", Type: Table, Required: true, Doc: "a chapter's opening"}, nil},
		points("chapter.size", "", "size of the title", 5*pt, 96*pt, func(s *Style) *Length { return &s.Chapter.Size }).need(),
		distance("chapter.sink", "", "white above the title", 0, 6*inch, func(s *Style) *Length { return &s.Chapter.Sink }).need(),
		choice("chapter.align", "where number and title stand; the title page and the titles of parts follow",
			func(s *Style) *string { return &s.Chapter.Align }, Centered, Left),
		choice("chapter.face", "how the title looks", func(s *Style) *string { return &s.Chapter.Face }, faces(Upright)...),
		choice("chapter.number", "how the number is written", func(s *Style) *string { return &s.Chapter.Number }, Arabic, Roman, Words, None),
		choice("chapter.lead", "how the first words of the text look", func(s *Style) *string { return &s.Chapter.Lead }, None, SmallCaps),
		choice("chapter.initial", "the first letter of the text: standing on the first line, or let into the lines below, which follow its contour; quotation marks before it hang in the margin",
			func(s *Style) *string { return &s.Chapter.Initial }, None, Raised, Drop),
		choice("chapter.initial_face", "how it looks; swash is an italic capital with a flourish", func(s *Style) *string { return &s.Chapter.InitialFace }, Upright, Italic, Swash),
		whole("chapter.lines", "3", "how many lines the initial is high, 2 to 5; fewer beside a paragraph that is shorter", 2, 5, func(s *Style) *int { return &s.Chapter.Lines }),

		choice("chapter.opens", "the page on which a chapter begins: a right one, after a blank one where need be, or the next; what comes before the body, parts and the chapters that follow their titles begin on right ones all the same",
			func(s *Style) *string { return &s.Chapter.Opens }, Recto, Any),

		{Key{Path: "part", Type: Table, Required: true, Doc: "the opening pages of parts"}, nil},
		whole("part.ground", "0", "the ink behind a part's opening page, in percent of black; it bleeds off the page", 0, 30,
			func(s *Style) *int { return &s.Part.Ground }),
		{Key{Path: "section", Type: Table, Required: true, Doc: "headings inside a chapter"}, nil},
		points("section.size", "", "size of a heading", 5*pt, 48*pt, func(s *Style) *Length { return &s.Section.Size }).need(),
		choice("section.align", "where it stands", func(s *Style) *string { return &s.Section.Align }, Left, Centered),
		choice("section.face", "how it looks", func(s *Style) *string { return &s.Section.Face }, faces(SmallCaps)...),
		choice("section.minor", "how the headings below it look", func(s *Style) *string { return &s.Section.Minor }, faces(Italic)...),
	}
}

// otherRows are those after [entry].
func otherRows() []row[Style] {
	return []row[Style]{
		{Key{Path: "maxim", Type: Table, Required: true, Doc: "an entry's maxim"}, nil},
		points("maxim.size", "", "size of a maxim", 5*pt, 48*pt, func(s *Style) *Length { return &s.Maxim.Size }).need(),
		points("maxim.leading", "", "from baseline to baseline", 5*pt, 72*pt, func(s *Style) *Length { return &s.Maxim.Leading }).need(),
		choice("maxim.align", "where it stands", func(s *Style) *string { return &s.Maxim.Align }, Left, Centered),
		choice("maxim.face", "how it looks", func(s *Style) *string { return &s.Maxim.Face }, faces(Italic)...),
		choice("maxim.label", "how the line above it looks, which says meme or metaphor",
			func(s *Style) *string { return &s.Maxim.Label }, append(faces(SmallCaps), None)...),

		{Key{Path: "contents", Type: Table, Doc: "the table of contents"}, nil},
		choice("contents.set", "where the page numbers stand: near the titles, in a block as wide as the longest of them; at the right of the text; or there, with leaders",
			func(s *Style) *string { return &s.Contents.Set }, Narrow, Wide, Leaders),
		choice("contents.align", "where a narrow block stands", func(s *Style) *string { return &s.Contents.Align }, Left, Centered),

		{Key{Path: "index", Type: Table, Doc: "the indexes at the end"}, nil},
		points("index.size", `"9pt"`, "size of an index", 5*pt, 24*pt, func(s *Style) *Length { return &s.Index.Size }),
		points("index.leading", `"11pt"`, "from baseline to baseline", 5*pt, 48*pt, func(s *Style) *Length { return &s.Index.Leading }),
		whole("index.columns", "2", "columns of a page, 1 to 4; fewer where they would be narrow, more where two or more would be wide", 1, 4, func(s *Style) *int { return &s.Index.Columns }),

		{Key{Path: "card", Type: Table, Doc: "the cards of the deck"}, nil},
		choice("card.design", "how a card looks: framed and centred, flush left under a band of colour, or on a pale ground",
			func(s *Style) *string { return &s.Card.Design }, Plate, Ledger, Field),
		choice("card.face", "how the maxim looks", func(s *Style) *string { return &s.Card.Face }, Upright, Italic, Bold),
		choice("card.align", "where the maxim's lines stand", func(s *Style) *string { return &s.Card.Align }, Centered, Left),
		whole("card.leading", "116", "from baseline to baseline of the maxim, in percent of its size, 100 to 160", 100, 160,
			func(s *Style) *int { return &s.Card.Leading }),
		whole("card.steps", "6", "how many sizes the maxims of a deck may have, 1 to 12", 1, 12, func(s *Style) *int { return &s.Card.Steps }),
		points("card.maxim_min", `"9pt"`, "smallest size of a maxim", 9*pt, 72*pt, func(s *Style) *Length { return &s.Card.MaximMin }),
		points("card.maxim_max", `"24pt"`, "largest size of a maxim", 9*pt, 72*pt, func(s *Style) *Length { return &s.Card.MaximMax }),
		points("card.gloss", `"9pt"`, "size of the text on the back", 8*pt, 24*pt, func(s *Style) *Length { return &s.Card.Gloss }),
		points("card.gloss_min", `"8pt"`, "smallest size of the text on the back, where its first sentence has no room otherwise", 8*pt, 24*pt,
			func(s *Style) *Length { return &s.Card.GlossMin }),
		truth("card.number", "true", "a card shows the number of a numbered entry, instead of its own in the deck", func(s *Style) *bool { return &s.Card.Number }),
		whole("card.ground", "0", "the ink on both sides of a card, in percent of its theme's colour; it bleeds, 0 to 20", 0, 20,
			func(s *Style) *int { return &s.Card.Ground }),

		{Key{Path: "cover", Type: Table, Doc: "the cover of the EPUB, where the book brings no picture of one"}, nil},
		choice("cover.design", "a paper label on a pattern, a title over a field of growing signs, or a title as large as can be; the signs are those of the breaks",
			func(s *Style) *string { return &s.Cover.Design }, Label, Halftone, Poster),
		hexColor("cover.ground", `"#17404a"`, "its colour", func(s *Style) *string { return &s.Cover.Ground }),

		{Key{Path: "mark", Type: Table, Doc: "signs that stand for themselves"}, nil},
		sign("mark.break", `"* * *"`, "of a break between paragraphs", 12, func(s *Style) *string { return &s.Mark.Break }),
		sign("mark.list", `"•"`, "of a list's items", 3, func(s *Style) *string { return &s.Mark.List }),
	}
}

func font(path, doc string, field func(*Style) *string) row[Style] {
	return row[Style]{Key{Path: path, Type: Text, Required: true, Doc: doc, Form: fontForm}, func(dec *decoder, s *Style, it item) {
		if dec.fontName(it) {
			*field(s) = it.value.(string)
			p := nearest(dec.places, it.path)
			s.fonts[it.path] = fontPlace{diag.Pos{Source: dec.src, Offset: p.At}, p.End}
		}
	}}
}

// fontPlace is the place in a style where a font is named: its start and its end offset.
type fontPlace struct {
	pos diag.Pos
	end int
}

// FontPlace returns the place where the style, or classic if it inherits the key, names the font of a key such as
// "fonts.bold": its start, and its end offset in the same file. It returns false if neither names it.
func (s *Style) FontPlace(key string) (pos diag.Pos, end int, ok bool) {
	p, ok := s.fonts[key]
	return p.pos, p.end, ok
}

// hexColor returns a key whose value is an RGB colour, "#rrggbb".
func hexColor[T any](path, def, doc string, field func(*T) *string) row[T] {
	return row[T]{Key{Path: path, Type: Text, Default: def, Doc: doc + `: red, green and blue in hexadecimal digits, "#rrggbb"`, Form: &colorForm},
		func(dec *decoder, s *T, it item) {
			text := strings.ToLower(strings.TrimSpace(it.value.(string)))
			if !colorForm.Admits(text) {
				dec.wrong(it, "must be a colour, # and six hexadecimal digits, not %q", text).Note(`write %s = "#17404a"`, lastName(path))
			} else {
				*field(s) = text
			}
		}}
}

// sign returns a key whose value is a few characters that are printed unchanged.
func sign(path, def, doc string, most int, field func(*Style) *string) row[Style] {
	form := &StringForm{Filled: true, Line: true, Most: most}
	return row[Style]{Key{Path: path, Type: Text, Default: def, Doc: doc, Form: form}, func(dec *decoder, s *Style, it item) {
		text, ok := dec.filled(it)
		if ok && !form.Admits(text) {
			dec.wrong(it, "must be at most %d characters on one line, not %q", most, text)
		} else if ok {
			*field(s) = text
		}
	}}
}
