package config

import (
	"slices"
	"strings"
	"sync"
	"time"
)

// Keys returns the keys of book.toml, in the order of the documentation. Every key that Load accepts is here.
func Keys() []Key { return documented(allRows()) }

func documented[T any](rows []row[T]) []Key {
	out := make([]Key, len(rows))
	for i, r := range rows {
		out[i] = r.Key
	}
	return out
}

// Profiles are the values of [print] profile: a PDF for reading on a screen, for Amazon's presses, for Ingram's (PDF/X-1a), and
// for any other press (PDF/X-4).
var Profiles = []string{"screen", "kdp", "ingram", "x4"}

// allRows are the rows of book.toml. Those of [pages], [entries], [notes], [cover], [deck], [review], [sheet], [trade] and [origins] are in the files of their types.
var allRows = sync.OnceValue(func() []row[Config] {
	return slices.Concat(bookRows(), makeupRows(), bookEntryRows(), kindRows(), noteRows(), textRows(), coverRows(), deckRows(), reviewRows(), sheetRows(), tradeRows(), originRows())
})

func bookRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "book", Type: Table, Required: true, Doc: "what the book is", Either: authorKeys}, nil},
		text("book.title", "", "the book's title", func(c *Config) *string { return &c.Book.Title }).need(),
		text("book.subtitle", "", "what stands under the title", func(c *Config) *string { return &c.Book.Subtitle }),
		text("book.short_title", "", "the title where there is no room for all of it: in running heads, on cards", func(c *Config) *string { return &c.Book.ShortTitle }),
		{Key{Path: "book.slug", Type: Text, Default: "made from the title",
			Doc: "the name of the outputs: small letters, digits and hyphens", Form: slugForm},
			func(dec *decoder, c *Config, it item) {
				if s := it.value.(string); slugForm.Admits(s) {
					c.Book.Slug = s
				} else {
					dec.wrong(it, "must be small letters and digits with single hyphens between them, at most 80, not %q", s).
						Note("write slug = %q", slug(s)[:min(80, len(slug(s)))])
				}
			}},
		{Key{Path: "book.authors", Type: Texts, Doc: "the authors' names; or use [[book.contributor]]; one author is required", Form: filledForm},
			func(dec *decoder, c *Config, it item) {
				for _, one := range it.value.([]item) {
					if name, ok := dec.filled(one); ok {
						c.Book.Contributors = append(c.Book.Contributors, Contributor{Name: name, Role: "aut"})
						dec.contributors = append(dec.contributors, one.path)
					}
				}
			}},
		{Key{Path: "book.contributor", Type: Tables, Doc: "whoever made the book, each in a table of their own"},
			func(dec *decoder, c *Config, it item) {
				c.Book.Contributors = append(c.Book.Contributors, Contributor{Role: "aut"})
				dec.contributors = append(dec.contributors, it.path+".name")
			}},
		text("book.contributor[].name", "", "the name as it is printed",
			func(c *Config) *string { return &last(c.Book.Contributors).Name }).need(),
		{Key{Path: "book.contributor[].role", Type: Text, Default: `"aut"`,
			Doc: `a MARC relator code: "aut" author, "edt" editor, "ill" illustrator, "trl" translator, "aui" author of the foreword …`, Form: roleForm},
			func(dec *decoder, c *Config, it item) {
				s := it.value.(string)
				if !roleForm.Admits(s) {
					d := dec.wrong(it, "must be a MARC relator code of three small letters, not %q", s)
					if code := roles()[strings.ToLower(s)]; code != "" {
						d.Note("write role = %q", code)
					} else {
						d.Note(`author is "aut", editor "edt", illustrator "ill", translator "trl", author of the foreword "aui"`)
					}
					return
				}
				last(c.Book.Contributors).Role = s
			}},
		text("book.contributor[].file_as", `made from the name: "Family, Given"`, "the name as a catalogue sorts it",
			func(c *Config) *string { return &last(c.Book.Contributors).FileAs }),
		{Key{Path: "book.language", Type: Text, Default: `"en-US"`, Doc: "the book's language, a BCP 47 tag", Form: languageForm},
			func(dec *decoder, c *Config, it item) { dec.language(&c.Book.Language, it) }},
		origin("book.origin", `"human"`, "whose work the words and pictures are that say nothing of it: "+quoted(origins)+
			"; files, entries and pictures say it with origin, too", func(c *Config) *string { return &c.Origin.Book }),
		origin("book.translation", "not said", "whose work the translation is, if the book is one: "+quoted(origins),
			func(c *Config) *string { return &c.Origin.Translation }),
		text("book.edition", "", "which edition it is, for the copyright page", func(c *Config) *string { return &c.Book.Edition }),
		{Key{Path: "book.date", Type: Date, Default: "1980-01-01",
			Doc: "the date of this edition, 1980 to 2107, the only date in the outputs; SOURCE_DATE_EPOCH wins over it", Form: editionYears},
			func(dec *decoder, c *Config, it item) {
				if d := it.value.(time.Time); !editionYears.Admits(d.Year()) {
					dec.wrong(it, "must lie between %d and %d, not in %d", editionYears.Least, editionYears.Most, d.Year()).
						Note("it dates the files that octavo makes; say in edition or rights when the words are older")
				} else {
					c.Book.Date = utc(d)
				}
			}},
		text("book.publisher", "", "who publishes it", func(c *Config) *string { return &c.Book.Publisher }),
		text("book.rights", "", "the line of the copyright page", func(c *Config) *string { return &c.Book.Rights }),
		text("book.description", "", "what a shop says of the book", func(c *Config) *string { return &c.Book.Description }),
		{Key{Path: "book.subjects", Type: Texts, Doc: "subjects for catalogues", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Book.Subjects = dec.lines(it) }},
		{Key{Path: "book.bisac", Type: Texts,
			Doc: "subjects by their BISAC codes, as in \"BUS058000\", the main one first; shops of North America shelve by them", Form: &bisacForm},
			func(dec *decoder, c *Config, it item) {
				c.Book.BISAC = dec.codes(it, &bisacForm, "a BISAC code, three letters and six digits", "BUS058000")
			}},
		{Key{Path: "book.thema", Type: Texts,
			Doc: "subjects by their Thema codes, as in \"KJS\", the main one first; shops elsewhere shelve by them", Form: &themaForm},
			func(dec *decoder, c *Config, it item) {
				c.Book.Thema = dec.codes(it, &themaForm, "a Thema code, capital letters and digits with hyphens between groups", "KJS")
			}},
		{Key{Path: "book.series", Type: Table, Doc: "the series that the book is part of"}, nil},
		text("book.series.name", "", "the series' name", func(c *Config) *string { return &c.Book.Series.Name }).need(),
		whole("book.series.number", "none", "which of the series it is", 1, 9999, func(c *Config) *int { return &c.Book.Series.Number }),
		text("book.device", "", "the publisher's device for the title page and the colophon, a picture by its path under manuscript/", func(c *Config) *string { return &c.Book.Device }),
		textLines("book.dedication", "the dedication, on a page of its own; a list is set line by line",
			func(c *Config) *string { return &c.Book.Dedication }),
		textLines("book.epigraph", "a motto for the whole book, on a page of its own; a list is set line by line",
			func(c *Config) *string { return &c.Book.Epigraph }),
		text("book.epigraph_by", "", "whose words the motto is", func(c *Config) *string { return &c.Book.EpigraphBy }),
		text("book.colophon", "written by octavo: the type and the tool", "what the last page says of the making of the book",
			func(c *Config) *string { return &c.Book.Colophon }),
		{Key{Path: "book.lccn", Type: Text, Doc: "the control number of the Library of Congress, 8 or 10 digits, a hyphen after the year allowed", Form: lccnForm},
			func(dec *decoder, c *Config, it item) {
				s := strings.TrimSpace(it.value.(string))
				if !lccnForm.Admits(s) {
					dec.wrong(it, "must have 8 or 10 digits, not %q", s).Note("leave it empty until the book has a number")
					return
				}
				c.Book.LCCN = s
			}},
		{Key{Path: "book.classification", Type: Texts, Doc: "where libraries shelve it, as in \"LCC HF5438.25\" and \"DDC 658.85\"", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Book.Classification = dec.lines(it) }},
		{Key{Path: "book.cip", Type: Texts, Default: "made from the keys above",
			Doc: "the lines of a library's cataloging data as the library wrote them, for the copyright page", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Book.CIP = dec.lines(it) }},
		{Key{Path: "book.identifier", Type: Text, Default: "a urn:uuid made from title and authors",
			Doc: "what tells this book apart from all others, a URN or a URL", Form: &identifierForm},
			func(dec *decoder, c *Config, it item) { dec.identifier(&c.Book.Identifier, it) }},
		{Key{Path: "book.isbn", Type: Table, Doc: "the numbers of the trade, one for each form"}, nil},
		{Key{Path: "book.isbn.print", Type: Text, Doc: "ISBN of the printed book, 10 or 13 digits, hyphens allowed", Form: isbnForm},
			func(dec *decoder, c *Config, it item) { dec.isbn(&c.Book.ISBN.Print, it) }},
		{Key{Path: "book.isbn.hardcover", Type: Text, Doc: "ISBN of the hardcover, where there is one beside the printed book", Form: isbnForm},
			func(dec *decoder, c *Config, it item) { dec.isbn(&c.Book.ISBN.Hardcover, it) }},
		{Key{Path: "book.isbn.epub", Type: Text, Doc: "ISBN of the EPUB", Form: isbnForm},
			func(dec *decoder, c *Config, it item) { dec.isbn(&c.Book.ISBN.Epub, it) }},

		{Key{Path: "contents", Type: Table, Default: "as another program lists them, or by number and name",
			Doc: "the files under manuscript/, in the order of the book"}, nil},
		{Key{Path: "contents.opening", Type: Texts,
			Doc: "files before the title page, praise or other books by the author for example; the contents do not list them", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Contents.Opening = dec.files(it) }},
		{Key{Path: "contents.front", Type: Texts, Doc: "files before the body, a preface for example", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Contents.Front = dec.files(it) }},
		{Key{Path: "contents.body", Type: Texts, Doc: "the chapters; or use [[contents.part]]", Form: filledForm, Some: true},
			func(dec *decoder, c *Config, it item) {
				c.Contents.Parts = append(c.Contents.Parts, Part{Chapters: dec.files(it)})
				if len(it.value.([]item)) == 0 && !dec.faulty("contents.body") {
					dec.wrong(it, "lists no file").Note("name the chapters, or take [contents] out: then every file of text is one")
				}
			}},
		{Key{Path: "contents.part", Type: Tables, Doc: "a part of the body with a title page of its own"},
			func(dec *decoder, c *Config, it item) { c.Contents.Parts = append(c.Contents.Parts, Part{}) }},
		text("contents.part[].title", "", "the part's title", func(c *Config) *string { return &last(c.Contents.Parts).Title }).need(),
		text("contents.part[].short", "the title", "the title in running heads, where the title is too long for them", func(c *Config) *string { return &last(c.Contents.Parts).Short }),
		{Key{Path: "contents.part[].chapters", Type: Texts, Required: true, Doc: "the part's chapters", Form: filledForm, Some: true},
			func(dec *decoder, c *Config, it item) {
				if last(c.Contents.Parts).Chapters = dec.files(it); len(it.value.([]item)) == 0 {
					dec.wrong(it, "lists no file").Note("name the part's files, or delete the part")
				}
			}},
		{Key{Path: "contents.back", Type: Texts, Doc: "files after the body, a page about the author for example", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Contents.Back = dec.files(it) }},

		truth("contents.figures", "false", "a list of the figures that have captions follows the contents", func(c *Config) *bool { return &c.Numbering.ListFigures }),
		truth("contents.tables", "false", "a list of the tables that have captions follows", func(c *Config) *bool { return &c.Numbering.ListTables }),

		{Key{Path: "figures", Type: Table, Doc: "pictures that stand alone, with captions"}, nil},
		numbering("figures.number", func(c *Config) *string { return &c.Numbering.Figures }),
		{Key{Path: "tables", Type: Table, Doc: "tables with captions"}, nil},
		numbering("tables.number", func(c *Config) *string { return &c.Numbering.Tables }),

		{Key{Path: "themes", Type: Table, Doc: "the themes that entries may name, in the order of the index"}, nil},
		{Key{Path: "themes.*", Type: Text, Doc: "a theme's id and its name", Form: filledForm, Names: idForm},
			func(dec *decoder, c *Config, it item) { dec.named(&c.Themes, it) }},
		{Key{Path: "audiences", Type: Table, Doc: "the audiences that entries may name"}, nil},
		{Key{Path: "audiences.*", Type: Text, Doc: "an audience's id and its name", Form: filledForm, Names: idForm},
			func(dec *decoder, c *Config, it item) { dec.named(&c.Audiences, it) }},

		{Key{Path: "index", Type: Table, Doc: "the index of subjects, which is made of the key index of the entries"}, nil},
		{Key{Path: "index.see", Type: Table, Doc: "headings that refer to others"}, nil},
		{Key{Path: "index.see.*", Type: Texts, Doc: "a heading and the headings to see; one without pages of its own says see, others see also",
			Form: filledForm, Some: true, Names: filledForm},
			func(dec *decoder, c *Config, it item) {
				heading := strings.TrimSpace(lastQuoted(it.path))
				to := dec.lines(it)
				switch {
				case heading == "":
					dec.wrong(it, "has no heading").Note(`write "price" = ["cost"]`)
				case len(to) == 0:
					if len(it.value.([]item)) == 0 {
						dec.wrong(it, "names no heading to see").Note("name one, or delete the line")
					}
				default:
					c.Index.See = append(c.Index.See, See{heading, it.path, to})
				}
			}},

		{Key{Path: "check", Type: Table, Doc: "limits of the rules"}, nil},
		whole("check.maxim_words", "40", "a longer maxim is a warning", 1, 1000,
			func(c *Config) *int { return &c.Check.MaximWords }),
		{Key{Path: "check.alike", Type: Number, Default: "0.7",
			Doc: "how much of their letters two maxims must share to be nearly the same, more than 0 and at most 1", Form: alikeForm},
			func(dec *decoder, c *Config, it item) {
				if f := it.value.(float64); alikeForm.Admits(f) {
					c.Check.Alike = f
				} else {
					dec.wrong(it, "must be more than 0 and at most 1, not %v", f)
				}
			}},
		whole("check.min_dpi", "300", "a picture with fewer pixels to the printed inch is a warning", 0, 2400,
			func(c *Config) *int { return &c.Check.MinDPI }),
		{Key{Path: "check.levels", Type: Table, Doc: "the levels of the warnings, by code"}, nil},
		{Key{Path: "check.levels.*", Type: Text, Doc: quoted(levels), Values: levels},
			func(dec *decoder, c *Config, it item) {
				level := ""
				if dec.oneOf(&level, it, levels...); level != "" {
					c.Check.Levels[lastQuoted(it.path)] = level
				}
			}},

		{Key{Path: "print", Type: Table, Doc: "how the interior is made"}, nil},
		{Key{Path: "print.style", Type: Text, Default: `"classic"`, Doc: "the house style, styles/NAME.toml", Form: styleForm},
			func(dec *decoder, c *Config, it item) { dec.styleName(&c.Print.Style, it) }},
		{Key{Path: "print.trim", Type: Text, Default: "the style's", Doc: "the trimmed page, width x height, each " + paperBounds(trimForm.Least, trimForm.Most), Form: trimForm},
			func(dec *decoder, c *Config, it item) {
				w, h, ok := parseTrim(it.value.(string))
				switch {
				case !ok:
					noteTrims(dec.wrong(it, "must be a width and a height with a unit, not %q", it.value), it.value.(string))
				case !trimForm.Admits(w, h):
					noteTrims(dec.wrong(it, "must be %s on each side, not %s", sideBounds(trimForm.Least, trimForm.Most, it), it.value), it.value.(string))
				default:
					c.Print.Width, c.Print.Height = w, h
				}
			}},
		{Key{Path: "print.plates", Type: Texts,
			Doc: "pictures that fill a page of their own at the end of their chapter and bleed off it, by their paths under manuscript/", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Print.Plates = dec.lines(it) }},
		{Key{Path: "print.printer", Type: Text, Default: `"none"`,
			Doc: "who prints it, one of styles/" + PrintersFile + ` ("kdp", "ingram", "lulu", "press"): the margin at the spine is as wide as its number of pages asks; or "none"`},
			func(dec *decoder, c *Config, it item) { c.Print.Printer = strings.TrimSpace(it.value.(string)) }},
		{Key{Path: "print.profile", Type: TextOrTexts, Default: `"screen"`,
			Doc: "whom the PDF is for, one or several of " + quoted(Profiles) + "; each makes a file", Values: Profiles, Some: true},
			func(dec *decoder, c *Config, it item) {
				var names []string
				for _, one := range it.value.([]item) {
					name := ""
					if dec.oneOf(&name, one, Profiles...); name != "" && !slices.Contains(names, name) {
						names = append(names, name)
					}
				}
				if len(it.value.([]item)) == 0 {
					dec.wrong(it, "names no profile").Note(`delete the line for profile = "screen"`)
				}
				if len(names) > 0 {
					c.Print.Profiles = names
				}
			}},
		choice("print.links", "what becomes of the address of a link: its words alone are printed, the address follows them in parentheses, or it is a note",
			func(c *Config) *string { return &c.Print.Links }, None, Inline, AsNotes),
		{Key{Path: "print.ink", Type: Text, Default: "black for kdp and ingram, process for x4",
			Doc: "how presses print the second ink of a style that has one: " + quoted(inkWays) + "; process is for a book that is ordered in colour, spot gives it a plate of its own; on a screen it is seen in any case", Values: inkWays},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Print.Ink, it, inkWays...) }},
		{Key{Path: "epub", Type: Table, Doc: "how the EPUB is made"}, nil},
		text("epub.certified_by", "the publisher", "who answers for it that the EPUB meets WCAG 2.2 AA; without a name it does not say so",
			func(c *Config) *string { return &c.Epub.CertifiedBy }),
		text("epub.accessibility_summary", "written by octavo from what the book holds",
			"how well the EPUB can be read by who does not see it, in your words",
			func(c *Config) *string { return &c.Epub.Summary }),
		email("epub.a11y_contact", "whom readers write to about its accessibility, an email address; the European Accessibility Act asks for one",
			func(c *Config) *string { return &c.Epub.Contact }),
		truth("epub.a11y_statement", "false", "the EPUB ends with an accessibility statement, made from what the book holds",
			func(c *Config) *bool { return &c.Epub.Statement }),
		text("epub.cover", "made by octavo in the style's design", "the picture of the cover, by its path under manuscript/: PNG or JPEG, best 1600 × 2560 pixels",
			func(c *Config) *string { return &c.Epub.Cover }),
		truth("epub.embed_fonts", "true", "put the style's fonts into the EPUB", func(c *Config) *bool { return &c.Epub.EmbedFonts }),
	}
}

// levels are the values of check.levels.
var levels = []string{"off", "warning", "error"}

// trimForm is the trimmed page, and editionYears are those that a ZIP archive, and so an EPUB, can say.
var (
	trimForm     = SizeForm{3 * inch, 17 * inch}
	editionYears = YearForm{1980, 2107}
	alikeForm    = NumberForm{Least: 0, Most: 1, Above: true}
)

// authorKeys are the keys of [book] that name authors.
var authorKeys = []string{"authors", "contributor"}

// numbering returns a key that says how figures or tables are numbered.
func numbering(path string, field func(*Config) *string) row[Config] {
	values := []string{InBook, InChapter, None}
	return row[Config]{Key{Path: path, Type: Text, Default: "book, where one of them has an id; otherwise none",
		Doc: "how they are numbered, through the book or anew in each chapter: " + quoted(values), Values: values},
		func(dec *decoder, c *Config, it item) { dec.oneOf(field(c), it, values...) }}
}

// roles maps names of roles to their MARC codes.
var roles = sync.OnceValue(func() map[string]string {
	return map[string]string{"author": "aut", "editor": "edt", "illustrator": "ill", "translator": "trl", "foreword": "aui",
		"photographer": "pht", "designer": "bkd", "narrator": "nrt", "contributor": "ctb", "introduction": "aui"}
})

func last[T any](s []T) *T { return &s[len(s)-1] }

func (r row[T]) need() row[T] {
	r.Required = true
	return r
}

// text returns a key whose value is stored unchanged. A required value must not be blank.
func text[T any](path, def, doc string, field func(*T) *string) row[T] {
	key := Key{Path: path, Type: Text, Default: def, Doc: doc}
	if path == "book.title" || strings.Contains(path, "[]") {
		key.Form = filledForm
	}
	return row[T]{key, func(dec *decoder, t *T, it item) {
		*field(t) = strings.TrimSpace(it.value.(string))
		if *field(t) == "" && key.Form != nil {
			dec.filled(it)
		}
	}}
}

// textLines returns a key whose value is a text or a list of lines.
func textLines[T any](path, doc string, field func(*T) *string) row[T] {
	return row[T]{Key{Path: path, Type: TextOrTexts, Doc: doc}, func(_ *decoder, t *T, it item) {
		var lines []string
		for _, one := range it.value.([]item) {
			for line := range strings.SplitSeq(strings.TrimSpace(one.value.(string)), "\n") {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		*field(t) = strings.TrimSpace(strings.Join(lines, "\n"))
	}}
}

func whole[T any](path, def, doc string, least, most int64, field func(*T) *int) row[T] {
	form := WholeForm{least, most}
	return row[T]{Key{Path: path, Type: Integer, Default: def, Doc: doc, Form: form}, func(dec *decoder, t *T, it item) {
		if n := it.value.(int64); !form.Admits(n) {
			dec.wrong(it, "must be %d to %d, not %d", least, most, n)
		} else {
			*field(t) = int(n)
		}
	}}
}

func truth[T any](path, def, doc string, field func(*T) *bool) row[T] {
	return row[T]{Key{Path: path, Type: Boolean, Default: def, Doc: doc}, func(dec *decoder, t *T, it item) {
		*field(t) = it.value.(bool)
	}}
}

// choice returns a key with a few possible values, the first of them the default.
func choice[T any](path, doc string, field func(*T) *string, values ...string) row[T] {
	return row[T]{Key{Path: path, Type: Text, Default: `"` + values[0] + `"`, Doc: doc + ": " + quoted(values), Values: values},
		func(dec *decoder, t *T, it item) { dec.oneOf(field(t), it, values...) }}
}

// distance returns a key for a length on paper, whose bounds are documented in millimetres and in inches.
func distance[T any](path, def, doc string, least, most Length, field func(*T) *Length) row[T] {
	return measured(path, def, doc+", "+paperBounds(least, most), least, most, field)
}

// points returns a key for a length of type, which is measured in points.
func points[T any](path, def, doc string, least, most Length, field func(*T) *Length) row[T] {
	return measured(path, def, doc+", "+between(least, most, "pt"), least, most, field)
}

// measured returns a key for a length. A message has the bounds in the unit of the author.
func measured[T any](path, def, doc string, least, most Length, field func(*T) *Length) row[T] {
	form := LengthForm{least, most}
	return row[T]{Key{Path: path, Type: Distance, Default: def, Doc: doc, Form: form}, func(dec *decoder, t *T, it item) {
		text := strings.TrimSpace(it.value.(string))
		l, ok := parseLength(text)
		switch unit, said := unitOf(text); {
		case !ok:
			dec.wrong(it, "is not a length: %q", it.value).Note(lengthNote)
		case form.Admits(l):
			*field(t) = l
		case said:
			dec.wrong(it, "must be %s, not %s", between(least, most, unit), l.in(unit, down))
		default:
			dec.wrong(it, "must be %s, not %s", between(least, most, "pt"), l.in("pt", down)).
				Note("a number without a unit is points; " + lengthNote)
		}
	}}
}
