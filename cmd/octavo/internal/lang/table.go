package lang

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// row is a language of the table. Its words are made when they are first asked for: a book needs one language of the table.
type row struct {
	tag  string // BCP 47
	also string // a tag that stands for the same words: "es-419", from which CLDR derives es-AR, stands for es-MX
	make func() *Language
}

func newRow(tag, also string, words func() *Language) row {
	return row{tag, also, sync.OnceValue(func() *Language {
		l := words()
		l.Tag, l.Words = tag, tag
		return l
	})}
}

// table is all languages, the forms of a language in a region after it.
var table = sync.OnceValue(func() []row {
	return []row{
		newRow("en", "en-US", func() *Language { l := *English(); return &l }),
		newRow("en-GB", "en-001", british),
		newRow("en-AU", "", australian),
		newRow("de", "", german),
		newRow("de-AT", "", austrian),
		newRow("de-CH", "de-LI", swiss),
		newRow("fr", "", french),
		newRow("fr-CA", "", canadianFrench),
		newRow("fr-CH", "", swissFrench),
		newRow("es", "", spanish),
		newRow("es-MX", "es-419", mexicanSpanish),
		newRow("pt-BR", "pt", brazilian),
		newRow("pt-PT", "", portuguese),
		newRow("it", "", italian),
		newRow("nl", "", dutch),
		newRow("sv", "", swedish),
		newRow("da", "", danish),
		newRow("nb", "no", bokmal),
		newRow("nn", "", nynorsk),
		newRow("fi", "", finnish),
		newRow("is", "", icelandic),
		newRow("pl", "", polish),
		newRow("cs", "", czech),
		newRow("sk", "", slovak),
		newRow("hu", "", hungarian),
		newRow("ro", "", romanian),
		newRow("hr", "", croatian),
		newRow("sl", "", slovenian),
		newRow("et", "", estonian),
		newRow("lv", "", latvian),
		newRow("lt", "", lithuanian),
		newRow("ca", "", catalan),
		newRow("tr", "", turkish),
		newRow("el", "", greek),
		newRow("ru", "", russian),
		newRow("uk", "", ukrainian),
		newRow("bg", "", bulgarian),
		newRow("la", "", latin),
		newRow("eo", "", esperanto),
		newRow("he", "", hebrew),
		newRow("ar", "", arabic),
		newRow("fa", "", persian),
	}
})

// Find returns the language of a BCP 47 tag and whether the table has it: the form of its region if there is one, else the
// language. The words of a language that the table does not have are English; its numbers are figures, and it has no rules but
// those of abbreviations and those that tell mistakes in a manuscript.
func Find(tag string) (l *Language, known bool) {
	if r := find(tag); r != nil {
		own := *r.make()
		own.Tag, own.index = tag, &numberIndex{}
		return &own, true
	}
	own := *English()
	own.Tag, own.index = tag, &numberIndex{}
	own.Numbers.Word, own.Numbers.Plural = nil, nil
	own.Rules.Hyphenation = Hyphenation{}
	own.Rules.Clinging, own.Rules.Opening, own.Rules.StaysWithNext, own.Rules.Articles = nil, nil, nil, nil
	own.Rules.Elided, own.Rules.MayBeElided, own.Rules.Clipped, own.Rules.NotOwned = nil, nil, nil, nil
	own.Rules.Possessive, own.Rules.DropsG = Possessive{}, false
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, o := range others {
		if primary == o.words {
			own.Rules.Articles, own.Rules.Elided = o.articles, set(o.elided)
		}
	}
	return &own, false
}

// find returns the row of a tag, or of the nearest tag that CLDR derives it from.
func find(tag string) *row {
	t, err := language.Parse(tag)
	if err != nil {
		return nil
	}
	for ; !t.IsRoot(); t = t.Parent() {
		name := t.String()
		if i := slices.IndexFunc(table(), func(r row) bool { return r.tag == name || r.also == name }); i >= 0 {
			return &table()[i]
		}
	}
	return nil
}

// Tags returns the tags of all languages of the table.
func Tags() (tags []string) {
	for i := range table() {
		tags = append(tags, table()[i].tag)
	}
	return tags
}

// Languages returns all languages of the table.
func Languages() (out []*Language) {
	for i := range table() {
		out = append(out, table()[i].make())
	}
	return out
}

// Codes returns the codes with which the tags of the table's languages begin, of two letters and of three: de, deu and ger.
func Codes() (out []string) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for _, a := range letters {
		for _, b := range letters {
			two := string(a) + string(b)
			if find(two) != nil {
				out = append(out, two)
			}
			for _, c := range letters {
				if find(two+string(c)) != nil {
					out = append(out, two+string(c))
				}
			}
		}
	}
	return out
}
