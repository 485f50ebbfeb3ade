package config

import "strings"

// Prose returns what book.toml has of words that are set in the book's language, to be given that language's quotation marks, dashes and
// spaces. Not among them are names that are looked for as they are written, such as those of readers, lines that a library wrote, and
// Markdown, which is read as the manuscript is.
func (c *Config) Prose() (out []*string) {
	b := &c.Book
	add := func(words ...*string) { out = append(out, words...) }
	add(&b.Title, &b.Subtitle, &b.ShortTitle, &b.Edition, &b.Publisher, &b.Rights, &b.Description, &b.Series.Name, &b.Dedication, &b.Epigraph,
		&b.EpigraphBy, &b.Colophon)
	for i := range b.Contributors {
		add(&b.Contributors[i].Name, &b.Contributors[i].FileAs)
	}
	for i := range c.Contents.Parts {
		add(&c.Contents.Parts[i].Title, &c.Contents.Parts[i].Short)
	}
	for _, names := range [][]Name{c.Themes, c.Audiences} {
		for i := range names {
			add(&names[i].Name)
		}
	}
	for i := range c.Kinds {
		k := &c.Kinds[i]
		add(&k.Name, &k.Plural, &k.Means, &k.Title)
		for j := range k.Keys {
			add(&k.Keys[j].Label)
		}
	}
	for i := range c.Index.See {
		s := &c.Index.See[i]
		add(&s.Heading)
		for j := range s.To {
			add(&s.To[j])
		}
	}
	add(&c.Cover.Category, &c.Review.Notice, &c.Review.Quotations, &c.Review.Publication, &c.Review.Comments, &c.Trade.Imprint, &c.Trade.City)
	for _, lines := range [][]string{c.Review.Contact, c.Sheet.Order} {
		for i := range lines {
			add(&lines[i])
		}
	}
	return out
}

// asTyped undoes what [Config.Prose] is given, as far as names are compared.
var asTyped = strings.NewReplacer("’", "'", "‘", "'", "‚", "'", "‹", "'", "›", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"–", "--", "—", "--", "…", "...", "\u00A0", "", "\u202F", "", " ", "")

// sameName reports whether two names are the same in any capitals, with typed quotation marks or set ones.
func sameName(a, b string) bool { return strings.EqualFold(asTyped.Replace(a), asTyped.Replace(b)) }
