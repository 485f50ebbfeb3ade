package lsp

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// entryDocs says what the keys of an entry's block mean; README.md has the same at length.
var entryDocs = map[string]string{
	"kind":     "what the entry is: `\"meme\"`, `\"metaphor\"`, or one of [kinds] in book.toml",
	"id":       "a name for links, in small letters, digits and hyphens; made from the maxim if there is none",
	"themes":   "its themes, declared in book.toml under [themes]; the first gives its card a colour and a sign",
	"audience": "for whom it is, declared in book.toml under [audiences]",
	"see":      "other entries, by their ids",
	"card":     "the card's text, if that is not the maxim; `false`: no card",
	"back":     "what the back of the card says, if that is not the gloss; `false`: no words",
	"status":   "`\"draft\"` keeps the entry out of the book for now; `\"ready\"` is the default",
	"source":   "where the maxim first appeared",
	"index":    "its subjects in the index; what follows a comma is a subheading: `\"management, of people\"`",
	"short":    "the maxim for running heads, if it is too long for them",
	"origin":   "whose work its words are: `\"human\"`, `\"ai-assisted\"` or `\"ai\"`",
}

// headDocs says what the keys at the head of a file mean, in front matter or in a block of TOML.
var headDocs = map[string]string{
	"title":    "the chapter's title, where the file has no heading of its own",
	"subtitle": "a line under the chapter's title",
	"short":    "the chapter's title for running heads that have no room for all of it",
	"author":   "who wrote the chapter, where that is not the author of the book",
	"date":     "when it was written; printed with `chapter_dates` under [pages] of book.toml",
	"draft":    "`true` keeps the file out of the book",
	"lang":     "the language of the file, where it is not the book's: a tag such as `fr`",
	"tags":     "themes of all entries of the file; only those that book.toml declares count",
	"themes":   "themes of all entries of the file that name none",
	"audience": "for whom all entries of the file are that do not say",
	"weight":   "where the file stands among the others, where book.toml lists none",
	"slug":     "the chapter's id, for links",
	"aliases":  "other names by which links know the chapter",
	"number":   "`false` leaves the chapter uncounted",
	"contents": "`false` leaves the chapter out of the table of contents",
	"origin":   "whose work the words of the file are: `human`, `ai-assisted` or `ai`",
}

// documented returns the documentation of a key of book.toml or a style as Markdown.
func documented(k config.Key) *markup {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** · %s", k.Path, k.Type)
	if k.Required {
		b.WriteString(", required")
	}
	b.WriteString("\n\n" + sentence(k.Doc))
	if k.Default != "" {
		b.WriteString("\n\nDefault: " + escapedDefault(k.Default))
	}
	return markdown(b.String())
}

// escapedDefault returns a default as code if it is TOML, and as words otherwise.
func escapedDefault(s string) string {
	if strings.HasPrefix(s, `"`) && strings.Count(s, `"`) == 2 && strings.HasSuffix(s, `"`) || s == "true" || s == "false" || s == "[]" {
		return "`" + s + "`"
	}
	return plain(s)
}

// sentence returns the documentation of a key as a sentence of Markdown.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return sentenced(plain(s))
}

// sentenced returns documentation that is Markdown already as a sentence.
func sentenced(doc string) string { return lang.Capital(doc) + "." }

// plain returns words so that Markdown shows them as they are.
func plain(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "]", `\]`, "#", `\#`, "`", "\\`").Replace(s)
}

// schema returns the keys that a file of TOML can have, or nil.
func schema(name string) []config.Key {
	switch {
	case name == config.File:
		return config.Keys()
	case name == "styles/"+config.CardsFile:
		return config.CardKeys()
	case name == "styles/"+config.PrintersFile, name == "styles/"+config.CalibrationFile:
		return nil
	case strings.HasPrefix(name, "styles/") && strings.HasSuffix(name, ".toml") && strings.Count(name, "/") == 1:
		return config.StyleKeys()
	}
	return nil
}

// keyAt returns the key of a path.
func keyAt(keys []config.Key, path string) (config.Key, bool) {
	parts := strings.Split(path, ".")
	for _, k := range keys {
		if samePath(strings.Split(k.Path, "."), parts) {
			return k, true
		}
	}
	return config.Key{}, false
}

// samePath reports whether a path is that of a key, whose names may be any where it has a star.
func samePath(key, path []string) bool {
	if len(key) != len(path) {
		return false
	}
	for i := range key {
		if key[i] != path[i] && (key[i] != "*" || path[i] == "" || strings.HasSuffix(path[i], "[]")) {
			return false
		}
	}
	return true
}
