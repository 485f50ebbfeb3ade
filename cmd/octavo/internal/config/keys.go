package config

import (
	"strings"
	"time"
)

// Keys are the keys of book.toml, in the order of the documentation. Every key that Load accepts is here.
func Keys() []Key { return documented(bookRows) }

// StyleKeys are the keys of a style, styles/<name>.toml.
func StyleKeys() []Key { return documented(styleRows) }

func documented[T any](rows []row[T]) []Key {
	out := make([]Key, len(rows))
	for i, r := range rows {
		out[i] = r.Key
	}
	return out
}

var bookRows = []row[Config]{
	{Key{Path: "book", Type: Table, Required: true, Doc: "what the book is"}, nil},
	text("book.title", "", "the book's title", func(c *Config) *string { return &c.Book.Title }).need(),
	text("book.subtitle", "", "what stands under the title", func(c *Config) *string { return &c.Book.Subtitle }),
	{Key{Path: "book.slug", Type: Text, Default: "made from the title",
		Doc: "the name of the outputs: small letters, digits and hyphens"},
		func(b *binder, c *Config, it item) {
			if s := it.value.(string); slugShape(s) {
				c.Book.Slug = s
			} else {
				b.wrong(it, "must be small letters and digits with single hyphens between them, at most 80, not %q", s).
					Note("write slug = %q", slug(s)[:min(80, len(slug(s)))])
			}
		}},
	{Key{Path: "book.authors", Type: Texts, Doc: "the authors' names; or use [[book.contributor]]; one author is required"},
		func(b *binder, c *Config, it item) {
			for _, one := range it.value.([]item) {
				if name, ok := b.filled(one); ok {
					c.Book.Contributors = append(c.Book.Contributors, Contributor{Name: name, Role: "aut"})
					b.contributors = append(b.contributors, one.path)
				}
			}
		}},
	{Key{Path: "book.contributor", Type: Tables, Doc: "whoever made the book, each in a table of their own"},
		func(b *binder, c *Config, it item) {
			c.Book.Contributors = append(c.Book.Contributors, Contributor{Role: "aut"})
			b.contributors = append(b.contributors, it.path+".name")
		}},
	text("book.contributor[].name", "", "the name as it is printed",
		func(c *Config) *string { return &last(c.Book.Contributors).Name }).need(),
	{Key{Path: "book.contributor[].role", Type: Text, Default: `"aut"`,
		Doc: `a MARC relator code: "aut" author, "edt" editor, "ill" illustrator, "trl" translator, "aui" author of the foreword …`},
		func(b *binder, c *Config, it item) {
			s := it.value.(string)
			if len(s) != 3 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
				d := b.wrong(it, "must be a MARC relator code of three small letters, not %q", s)
				if code := roles[strings.ToLower(s)]; code != "" {
					d.Note("write role = %q", code)
				} else {
					d.Note(`author is "aut", editor "edt", illustrator "ill", translator "trl", author of the foreword "aui"`)
				}
				return
			}
			last(c.Book.Contributors).Role = s
		}},
	text("book.contributor[].file_as", `"Family, Given"`, "the name as a catalogue sorts it",
		func(c *Config) *string { return &last(c.Book.Contributors).FileAs }),
	{Key{Path: "book.language", Type: Text, Default: `"en-US"`, Doc: "the book's language, a BCP 47 tag"},
		func(b *binder, c *Config, it item) { b.language(&c.Book.Language, it) }},
	text("book.edition", "", "which edition it is, for the copyright page", func(c *Config) *string { return &c.Book.Edition }),
	{Key{Path: "book.date", Type: Date, Default: "1980-01-01",
		Doc: "the date of this edition, 1980 to 2107, the only date in the outputs; SOURCE_DATE_EPOCH wins over it"},
		func(b *binder, c *Config, it item) {
			if d := it.value.(time.Time); d.Year() < 1980 || d.Year() > 2107 {
				b.wrong(it, "must lie between 1980 and 2107, not in %d", d.Year()).
					Note("it dates the files that octavo makes; say in edition or rights when the words are older")
			} else {
				c.Book.Date = utc(d)
			}
		}},
	text("book.publisher", "", "who publishes it", func(c *Config) *string { return &c.Book.Publisher }),
	text("book.rights", "", "the line of the copyright page", func(c *Config) *string { return &c.Book.Rights }),
	text("book.description", "", "what a shop says of the book", func(c *Config) *string { return &c.Book.Description }),
	{Key{Path: "book.subjects", Type: Texts, Doc: "subjects for catalogues"},
		func(b *binder, c *Config, it item) {
			for _, one := range it.value.([]item) {
				if s, ok := b.filled(one); ok {
					c.Book.Subjects = append(c.Book.Subjects, s)
				}
			}
		}},
	text("book.dedication", "", "the dedication, on a page of its own", func(c *Config) *string { return &c.Book.Dedication }),
	{Key{Path: "book.identifier", Type: Text, Default: "a urn:uuid made from title and authors",
		Doc: "what tells this book apart from all others, a URN or a URL"},
		func(b *binder, c *Config, it item) { b.identifier(&c.Book.Identifier, it) }},
	{Key{Path: "book.isbn", Type: Table, Doc: "the numbers of the trade, one for each form"}, nil},
	{Key{Path: "book.isbn.print", Type: Text, Doc: "ISBN of the printed book, 10 or 13 digits, hyphens allowed"},
		func(b *binder, c *Config, it item) { b.isbn(&c.Book.ISBN.Print, it) }},
	{Key{Path: "book.isbn.epub", Type: Text, Doc: "ISBN of the EPUB"},
		func(b *binder, c *Config, it item) { b.isbn(&c.Book.ISBN.Epub, it) }},

	{Key{Path: "contents", Type: Table, Default: "every *.md, sorted, as the body",
		Doc: "the files under manuscript/, in the order of the book"}, nil},
	{Key{Path: "contents.front", Type: Texts, Doc: "files before the body, a preface for example"},
		func(b *binder, c *Config, it item) { c.Contents.Front = b.files(it) }},
	{Key{Path: "contents.body", Type: Texts, Doc: "the chapters; or use [[contents.part]]"},
		func(b *binder, c *Config, it item) {
			c.Contents.Parts = append(c.Contents.Parts, Part{Chapters: b.files(it)})
		}},
	{Key{Path: "contents.part", Type: Tables, Doc: "a part of the body with a title page of its own"},
		func(b *binder, c *Config, it item) { c.Contents.Parts = append(c.Contents.Parts, Part{}) }},
	text("contents.part[].title", "", "the part's title", func(c *Config) *string { return &last(c.Contents.Parts).Title }).need(),
	{Key{Path: "contents.part[].chapters", Type: Texts, Required: true, Doc: "the part's chapters"},
		func(b *binder, c *Config, it item) {
			if last(c.Contents.Parts).Chapters = b.files(it); len(it.value.([]item)) == 0 {
				b.wrong(it, "lists no file").Note("name the part's files, or take the part out")
			}
		}},
	{Key{Path: "contents.back", Type: Texts, Doc: "files after the body, a page about the author for example"},
		func(b *binder, c *Config, it item) { c.Contents.Back = b.files(it) }},

	{Key{Path: "themes", Type: Table, Doc: "the themes that entries may name, in the order of the index"}, nil},
	{Key{Path: "themes.*", Type: Text, Doc: "a theme's id and its name"},
		func(b *binder, c *Config, it item) { b.named(&c.Themes, it) }},
	{Key{Path: "audiences", Type: Table, Doc: "the audiences that entries may name"}, nil},
	{Key{Path: "audiences.*", Type: Text, Doc: "an audience's id and its name"},
		func(b *binder, c *Config, it item) { b.named(&c.Audiences, it) }},

	{Key{Path: "check", Type: Table, Doc: "limits of the rules"}, nil},
	whole("check.maxim_words", "40", "a longer maxim is a warning", 1, 1000,
		func(c *Config) *int { return &c.Check.MaximWords }),
	{Key{Path: "check.alike", Type: Number, Default: "0.7",
		Doc: "how much of their letters two maxims must share to be nearly the same, more than 0 to 1"},
		func(b *binder, c *Config, it item) {
			if f := it.value.(float64); f > 0 && f <= 1 {
				c.Check.Alike = f
			} else {
				b.wrong(it, "must be more than 0 and at most 1, not %v", f)
			}
		}},
	whole("check.min_dpi", "300", "a picture with fewer pixels to the printed inch is a warning", 0, 2400,
		func(c *Config) *int { return &c.Check.MinDPI }),
	{Key{Path: "check.levels", Type: Table, Doc: "the levels of the warnings, by code"}, nil},
	{Key{Path: "check.levels.*", Type: Text, Doc: `"off", "warning" or "error"`},
		func(b *binder, c *Config, it item) {
			level := ""
			if b.oneOf(&level, it, "off", "warning", "error"); level != "" {
				c.Check.Levels[lastQuoted(it.path)] = level
			}
		}},

	{Key{Path: "print", Type: Table, Doc: "how the interior is made"}, nil},
	{Key{Path: "print.style", Type: Text, Default: `"classic"`, Doc: "the house style, styles/<name>.toml"},
		func(b *binder, c *Config, it item) {
			if s := it.value.(string); s+".toml" == PrintersFile {
				b.wrong(it, "names %s, the table of printers, which is no style", PrintersFile).Note("the style classic is always there")
			} else if slugShape(s) {
				c.Print.Style = s
			} else {
				b.wrong(it, "must be the name of a style, small letters and digits with hyphens, not %q", s).
					Note("the style classic is always there")
			}
		}},
	{Key{Path: "print.trim", Type: Text, Default: "the style's", Doc: "the trimmed page, width x height, each 3in to 17in"},
		func(b *binder, c *Config, it item) {
			w, h, ok := parseTrim(it.value.(string))
			const least, most = 3 * inch, 17 * inch
			switch {
			case !ok:
				b.wrong(it, "must be a width and a height with a unit, not %q", it.value).Note(`write trim = "5.5x8.5in" or "129x198mm"`)
			case w < least || w > most || h < least || h > most:
				b.wrong(it, "must be 3in to 17in on each side, not %s by %s", inches(w), inches(h))
			default:
				c.Print.Width, c.Print.Height = w, h
			}
		}},
	{Key{Path: "epub", Type: Table, Doc: "how the EPUB is made"}, nil},
	truth("epub.embed_fonts", "true", "put the style's fonts into the EPUB", func(c *Config) *bool { return &c.Epub.EmbedFonts }),
	{Key{Path: "deck", Type: Table, Doc: "how the cards are made"}, nil},
	choice("deck.card", "the card: poker is 63.5 by 88.9 mm", func(c *Config) *string { return &c.Deck.Card }, "poker"),
	choice("deck.sheet", "the sheet the cards are printed on", func(c *Config) *string { return &c.Deck.Sheet }, "letter", "a4"),
	choice("deck.flip", "the edge on which the printer turns the sheet", func(c *Config) *string { return &c.Deck.Flip }, "long", "short"),
	distance("deck.maxim_min", `"9pt"`, "smallest size of a maxim on its card", 4*pt, 72*pt,
		func(c *Config) *Length { return &c.Deck.MaximMin }),
	distance("deck.maxim_max", `"24pt"`, "largest size of a maxim on its card", 4*pt, 72*pt,
		func(c *Config) *Length { return &c.Deck.MaximMax }),
	distance("deck.gloss_min", `"8pt"`, "smallest size of the text on a card's back", 4*pt, 72*pt,
		func(c *Config) *Length { return &c.Deck.GlossMin }),
	truth("deck.crop_marks", "true", "draw marks to cut along", func(c *Config) *bool { return &c.Deck.CropMarks }),
	{Key{Path: "review", Type: Table, Doc: "how review copies are made; it has no keys yet"}, nil},
}

var styleRows = []row[Style]{
	text("name", "the file's name", "the style's name", func(s *Style) *string { return &s.Name }),
	{Key{Path: "fonts", Type: Table, Required: true, Doc: "files under fonts/"}, nil},
	font("fonts.regular", "the text's font, a TrueType file", func(s *Style) *string { return &s.Fonts.Regular }),
	font("fonts.italic", "its italic", func(s *Style) *string { return &s.Fonts.Italic }),
	font("fonts.bold", "its bold", func(s *Style) *string { return &s.Fonts.Bold }),
	font("fonts.bold_italic", "its bold italic", func(s *Style) *string { return &s.Fonts.BoldItalic }),
	font("fonts.mono", "the font of code", func(s *Style) *string { return &s.Fonts.Mono }),
	{Key{Path: "fonts.web", Type: Texts, Doc: "the fonts that the EPUB embeds, WOFF2 files"},
		func(b *binder, s *Style, it item) {
			s.Fonts.Web = nil
			for _, one := range it.value.([]item) {
				if b.fontName(one) {
					s.Fonts.Web = append(s.Fonts.Web, one.value.(string))
				}
			}
		}},
	{Key{Path: "page", Type: Table, Required: true, Doc: "the page"}, nil},
	distance("page.width", "", "default trim width", 3*inch, 17*inch, func(s *Style) *Length { return &s.Page.Width }).need(),
	distance("page.height", "", "default trim height", 3*inch, 17*inch, func(s *Style) *Length { return &s.Page.Height }).need(),
	distance("page.inner", "", "margin at the spine", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Inner }).need(),
	distance("page.outer", "", "margin at the fore edge", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Outer }).need(),
	distance("page.top", "", "margin above the text", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Top }).need(),
	distance("page.bottom", "", "margin below the text", inch/4, 4*inch, func(s *Style) *Length { return &s.Page.Bottom }).need(),
	distance("page.head", "", "baseline of the running head above the text", 0, 2*inch, func(s *Style) *Length { return &s.Page.Head }).need(),
	distance("page.foot", "", "baseline of the folio below the text", 0, 2*inch, func(s *Style) *Length { return &s.Page.Foot }).need(),
	{Key{Path: "text", Type: Table, Required: true, Doc: "running text"}, nil},
	distance("text.size", "", "size of the text", 5*pt, 24*pt, func(s *Style) *Length { return &s.Text.Size }).need(),
	distance("text.leading", "", "from baseline to baseline", 5*pt, 48*pt, func(s *Style) *Length { return &s.Text.Leading }).need(),
	distance("text.indent", "", "indent of a paragraph", 0, 72*pt, func(s *Style) *Length { return &s.Text.Indent }).need(),
	{Key{Path: "note", Type: Table, Required: true, Doc: "footnotes"}, nil},
	distance("note.size", "", "size of a footnote", 4*pt, 24*pt, func(s *Style) *Length { return &s.Note.Size }).need(),
	distance("note.leading", "", "from baseline to baseline", 4*pt, 48*pt, func(s *Style) *Length { return &s.Note.Leading }).need(),
	{Key{Path: "chapter", Type: Table, Required: true, Doc: "a chapter's opening"}, nil},
	distance("chapter.size", "", "size of the title", 5*pt, 96*pt, func(s *Style) *Length { return &s.Chapter.Size }).need(),
	distance("chapter.sink", "", "white above the title", 0, 6*inch, func(s *Style) *Length { return &s.Chapter.Sink }).need(),
	{Key{Path: "section", Type: Table, Required: true, Doc: "headings inside a chapter"}, nil},
	distance("section.size", "", "size of a heading", 5*pt, 48*pt, func(s *Style) *Length { return &s.Section.Size }).need(),
	{Key{Path: "maxim", Type: Table, Required: true, Doc: "an entry's maxim"}, nil},
	distance("maxim.size", "", "size of a maxim", 5*pt, 48*pt, func(s *Style) *Length { return &s.Maxim.Size }).need(),
	distance("maxim.leading", "", "from baseline to baseline", 5*pt, 72*pt, func(s *Style) *Length { return &s.Maxim.Leading }).need(),
}

// roles are the codes of the roles that people write out.
var roles = map[string]string{"author": "aut", "editor": "edt", "illustrator": "ill", "translator": "trl", "foreword": "aui",
	"photographer": "pht", "designer": "bkd", "narrator": "nrt", "contributor": "ctb", "introduction": "aui"}

func last[T any](s []T) *T { return &s[len(s)-1] }

func (r row[T]) need() row[T] {
	r.Required = true
	return r
}

// text is a key whose value is taken as it is; a required one must say something.
func text[T any](path, def, doc string, field func(*T) *string) row[T] {
	return row[T]{Key{Path: path, Type: Text, Default: def, Doc: doc}, func(b *binder, t *T, it item) {
		*field(t) = strings.TrimSpace(it.value.(string))
		if *field(t) == "" && (path == "book.title" || strings.Contains(path, "[]")) {
			b.filled(it)
		}
	}}
}

func whole[T any](path, def, doc string, least, most int64, field func(*T) *int) row[T] {
	return row[T]{Key{Path: path, Type: Integer, Default: def, Doc: doc}, func(b *binder, t *T, it item) {
		if n := it.value.(int64); n < least || n > most {
			b.wrong(it, "must be %d to %d, not %d", least, most, n)
		} else {
			*field(t) = int(n)
		}
	}}
}

func truth[T any](path, def, doc string, field func(*T) *bool) row[T] {
	return row[T]{Key{Path: path, Type: Boolean, Default: def, Doc: doc}, func(b *binder, t *T, it item) {
		*field(t) = it.value.(bool)
	}}
}

// choice is a key with a few possible values, the first of them the default.
func choice[T any](path, doc string, field func(*T) *string, values ...string) row[T] {
	return row[T]{Key{Path: path, Type: Text, Default: `"` + values[0] + `"`, Doc: doc + ": " + quoted(values)},
		func(b *binder, t *T, it item) { b.oneOf(field(t), it, values...) }}
}

func distance[T any](path, def, doc string, least, most Length, field func(*T) *Length) row[T] {
	return row[T]{Key{Path: path, Type: Distance, Default: def, Doc: doc + ", " + least.String() + " to " + most.String()},
		func(b *binder, t *T, it item) {
			l, ok := parseLength(it.value.(string))
			switch {
			case !ok:
				b.wrong(it, "is not a length: %q", it.value).Note(lengthNote)
			case l < least || l > most:
				b.wrong(it, "must be %s to %s, not %s", least, most, l)
			default:
				*field(t) = l
			}
		}}
}

func font(path, doc string, field func(*Style) *string) row[Style] {
	return row[Style]{Key{Path: path, Type: Text, Required: true, Doc: doc}, func(b *binder, s *Style, it item) {
		if b.fontName(it) {
			*field(s) = it.value.(string)
		}
	}}
}
