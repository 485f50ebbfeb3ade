package config

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// Review holds the settings of review copies. Layout, Sheet and Formats have the values that the documentation of their keys
// lists.
type Review struct {
	Layout  string   // PageLayout: the book's own pages on larger sheets; ManuscriptLayout: typewriter, double-spaced
	Sheet   string   // "auto", "letter", "a4", "tabloid" or "a3"
	Formats []string // files for a reader: "pdf", "epub", "docx"; each once
	Lines   int      // interval of line numbers in lines; 0: none
	IDs     bool     // ids of entries are in the margin
	Mark    bool     // the reader's name is a light grey watermark on the pages
	Answers bool     // a copy tells its reader what became of the reader's remarks

	Notice      string   // describes the copy, on its front and its title page
	Quotations  string   // instructions for reviewers who quote from it
	Price       string   // for the data page, as are the next fields
	Publication string   // when the book is to be published
	Contact     []string // lines of the contact's address
	Comments    string   // how to send comments

	Readers []Reader // in the order of the file
}

// Reader is a recipient of a review copy.
type Reader struct {
	ID      string // used in file names: [a-z0-9-], unique; it does not depend on the other readers' places in the file
	Name    string
	Email   string
	Note    string   // printed on the data page of the reader's copy
	Formats []string // default: those of Review
	Path    string   // "review.reader.0", for Config.Key and Config.Where
}

// Values of a Review's strings.
const (
	PageLayout       = "page"
	ManuscriptLayout = "manuscript"
)

// ReviewFormats are the file formats for readers.
var ReviewFormats = []string{"pdf", "epub", "docx"}

// plainReview returns the settings of a book without [review], except the texts, which depend on the book's language.
func plainReview() Review {
	return Review{Layout: PageLayout, Sheet: Auto, Formats: []string{"pdf"}, Lines: 5, IDs: true, Mark: true, Answers: true}
}

func reviewRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "review", Type: Table, Doc: "how review copies are made"}, nil},
		choice("review.layout", "what a copy looks like: the book's pages on larger sheets with room for notes, or a typescript",
			func(c *Config) *string { return &c.Review.Layout }, PageLayout, ManuscriptLayout),
		choice("review.sheet", "the paper of a copy, auto is the smallest that leaves room for notes",
			func(c *Config) *string { return &c.Review.Sheet }, Auto, "letter", "a4", "tabloid", "a3"),
		{Key{Path: "review.formats", Type: Texts, Default: `["pdf"]`, Doc: "what readers get: " + quoted(ReviewFormats), Values: ReviewFormats, Some: true},
			func(dec *decoder, c *Config, it item) { dec.reviewFormats(&c.Review.Formats, it) }},
		whole("review.lines", "5", "every so many lines have a number in the margin; 0 is none, 0 to 100", 0, 100,
			func(c *Config) *int { return &c.Review.Lines }),
		truth("review.ids", "true", "the ids of entries stand in the margin", func(c *Config) *bool { return &c.Review.IDs }),
		truth("review.mark", "true", "the reader's name lies across every page in a light grey", func(c *Config) *bool { return &c.Review.Mark }),
		truth("review.answers", "true", "a copy has a page that tells its reader what became of the reader's remarks",
			func(c *Config) *bool { return &c.Review.Answers }),
		text("review.notice", strconv.Quote(lang.English().Review.Notice), "what the copy says that it is",
			func(c *Config) *string { return &c.Review.Notice }),
		text("review.quotations", "a line that asks to check them", "what a reviewer who quotes is to do",
			func(c *Config) *string { return &c.Review.Quotations }),
		text("review.price", "that of [cover] or of [trade.price]", "the price, for the data page and the sheet for booksellers", func(c *Config) *string { return &c.Review.Price }),
		text("review.publication", "", "when the book comes out, for the data page", func(c *Config) *string { return &c.Review.Publication }),
		{Key{Path: "review.contact", Type: Texts, Default: "the publisher and the contact of [trade]", Doc: "whom to ask, line by line, for the data page", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Review.Contact = dec.lines(it) }},
		text("review.comments", "", "how to send comments, for the data page", func(c *Config) *string { return &c.Review.Comments }),
		{Key{Path: "review.reader", Type: Tables, Doc: "who gets a copy, each in a table of their own"},
			func(dec *decoder, c *Config, it item) {
				c.Review.Readers = append(c.Review.Readers, Reader{Path: it.path})
			}},
		text("review.reader[].name", "", "the reader's name, as it stands on the copy",
			func(c *Config) *string { return &last(c.Review.Readers).Name }).need(),
		text("review.reader[].email", "", "where the copy is sent to; octavo sends nothing",
			func(c *Config) *string { return &last(c.Review.Readers).Email }),
		text("review.reader[].note", "", "a word to this reader, on the data page of the copy",
			func(c *Config) *string { return &last(c.Review.Readers).Note }),
		{Key{Path: "review.reader[].formats", Type: Texts, Default: "those of [review]", Doc: "what this reader gets", Values: ReviewFormats, Some: true},
			func(dec *decoder, c *Config, it item) { dec.reviewFormats(&last(c.Review.Readers).Formats, it) }},
	}
}

func (dec *decoder) reviewFormats(field *[]string, it item) {
	var out []string
	for _, one := range it.value.([]item) {
		name := ""
		if dec.oneOf(&name, one, ReviewFormats...); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(it.value.([]item)) == 0 {
		dec.wrong(it, "names no format").Note(`delete the line for formats = ["pdf"]`)
	}
	if len(out) > 0 {
		*field = out
	}
}

// completeReview leaves out readers that are named twice, and gives every other an id and formats.
func (dec *decoder) completeReview(c *Config) {
	readers := c.Review.Readers
	c.Review.Readers = nil
	names := map[string]bool{}
	for _, r := range readers {
		if r.Name == "" { // there is a diagnostic already
			continue
		}
		key := strings.ToLower(r.Name + "\x00" + r.Email)
		if names[key] {
			dec.at("toml-value", r.Path+".name", "duplicate reader %q", r.Name).Note("keep one of the two, or give them different addresses")
			continue
		}
		names[key] = true
		if r.Formats == nil {
			r.Formats = c.Review.Formats
		}
		c.Review.Readers = append(c.Review.Readers, r)
	}
	nameReaders(c.Review.Readers)
}

// nameReaders gives each reader an id: the name reduced to letters that are allowed in file names, and a hash of
// name and address where that leaves nothing or is the id of others too. It does not depend on the order of the readers.
func nameReaders(readers []Reader) {
	for digits := 4; digits <= 2*sha256.Size; digits *= 2 {
		ids := readerIDs(readers, digits)
		if different := slices.Compact(slices.Sorted(slices.Values(ids))); len(different) == len(ids) || digits == 2*sha256.Size {
			for i := range readers {
				readers[i].ID = ids[i]
			}
			return
		}
	}
}

// readerIDs returns the readers' ids, with so many digits of hashes.
func readerIDs(readers []Reader, digits int) []string {
	ids := make([]string, len(readers))
	users := map[string]int{}
	for i, r := range readers {
		ids[i] = readerBase(r.Name)
		users[ids[i]]++
	}
	for i := range readers {
		if r := &readers[i]; users[ids[i]] > 1 || ids[i] == namelessReader {
			ids[i] = r.Hashed(ids[i], digits)
		}
	}
	return ids
}

// mostID is how many letters of a name an id has at most.
const mostID = 60

// namelessReader stands for a name that has no letter of file names.
const namelessReader = "reader"

// readerBase returns a name reduced to letters that are allowed in file names.
func readerBase(name string) string {
	id := slug(name)
	if id == slug("") && !strings.ContainsAny(name, "xX") {
		return namelessReader
	}
	return strings.TrimRight(id[:min(len(id), mostID)], "-")
}

// Hashed returns an id made of another and so many digits of a hash of the reader's name and address.
func (r *Reader) Hashed(id string, digits int) string {
	sum := sha256.Sum256([]byte(strings.ToLower(r.Name + "\x00" + r.Email)))
	return id + "-" + hex.EncodeToString(sum[:])[:digits]
}
