package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/newbook"
	"octavo/styles"
)

// askForBook asks for what a new book needs, but for what given says a flag has said, and returns the folder that it goes into. A folder
// that is named with no folder before it is in parent.
func askForBook(q questions, o *newbook.Options, parent string, given func(flag string) bool) (dir string, err error) {
	if err := q.say("An empty line takes what stands in brackets. All of it can be changed later, in book.toml.\n\n"); err != nil {
		return "", err
	}
	if !given("title") {
		if o.Title, err = q.ask("What is the book called? [A Book] "); err != nil {
			return "", err
		}
		o.Title = cmp.Or(o.Title, "A Book")
	}
	if !given("author") {
		if o.Author, err = q.ask("Who writes it? [Your Name] "); err != nil {
			return "", err
		}
	}
	if !given("language") {
		if o.Language, err = q.askLanguage(ownLanguage(os.Getenv)); err != nil {
			return "", err
		}
	}
	if !given("style") {
		names := config.StyleNames(nil, styles.FS)
		o.Style, err = q.choose("Which style: "+strings.Join(names, ", ")+"?", "classic", func(s string) (string, bool) { return s, slices.Contains(names, s) })
		if err != nil {
			return "", err
		}
	}
	return q.askFolder(parent, folderFor(o.Title))
}

// choose asks until the answer is one that take knows; an empty line is the usual one.
func (q questions) choose(question, usual string, take func(string) (string, bool)) (string, error) {
	for {
		line, err := q.ask(question + " [" + usual + "] ")
		if err != nil {
			return "", err
		}
		if value, ok := take(cmp.Or(line, usual)); ok {
			return value, nil
		}
		if err := q.say("%q is none of them\n", line); err != nil {
			return "", err
		}
	}
}

// askLanguage asks for a language by its tag or its name, in English or in itself.
func (q questions) askLanguage(usual string) (string, error) {
	var names []string
	for _, tag := range lang.Tags() {
		if _, own := lang.Names(tag); !strings.Contains(tag, "-") || tag == "pt-BR" {
			names = append(names, own+" ("+tag+")")
		}
	}
	return q.choose("In which language: "+strings.Join(names, ", ")+"?", usual, languageNamed)
}

// languageNamed returns the tag of a language by its tag or its name.
func languageNamed(name string) (string, bool) {
	for _, tag := range lang.Tags() {
		english, own := lang.Names(tag)
		if strings.EqualFold(name, english) || strings.EqualFold(name, own) {
			return tag, true
		}
	}
	_, known := lang.Find(name)
	return name, known
}

// ownLanguage returns the tag of the language that the author's system speaks, American English if octavo does not know it.
func ownLanguage(getenv func(string) string) string {
	locale, _, _ := strings.Cut(cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG")), ".")
	tag := strings.ReplaceAll(locale, "_", "-")
	if _, known := lang.Find(tag); known {
		return tag
	}
	return "en-US"
}

// askFolder asks for a folder in which a book can begin; names start from parent.
func (q questions) askFolder(parent, usual string) (string, error) {
	for {
		line, err := q.ask("Into which folder? [" + filepath.Join(parent, usual) + "] ")
		if err != nil {
			return "", err
		}
		dir := cmp.Or(unquoted(line), usual)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(parent, dir)
		}
		if err = newbook.Free(q.ctx, dir); err == nil {
			return dir, nil
		}
		if err := q.say("%v\n", err); err != nil {
			return "", err
		}
	}
}

// unquoted takes away the quotation marks that a terminal puts around the name of a folder that is dragged into it.
func unquoted(name string) string {
	if len(name) > 1 && (name[0] == '"' || name[0] == '\'') && name[len(name)-1] == name[0] {
		return name[1 : len(name)-1]
	}
	return name
}

// folderFor returns the name of a folder for a book of a title.
func folderFor(title string) string {
	if s := lang.Slug(title); len(s) > 1 {
		return s
	}
	return "my-book" // the title is in a script without Latin letters
}
