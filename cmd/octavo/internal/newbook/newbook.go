// Package newbook holds the small book that an author begins with: it builds as it is, and its words explain how a manuscript is
// written. [Write] lays it out in a folder.
package newbook

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/schema"
	"octavo/cmd/octavo/internal/tomltext"
)

// books holds a folder for each language that there is a book in, named by its BCP 47 tag.
// In book.toml {{title:A Book}} and the like stand for TOML values, the words after the colon for those that nobody gave.
//
//go:embed book
var books embed.FS

// Options are what an author says of a book to begin.
type Options struct {
	Title    string // "": the folder's name
	Author   string // "": words in the book's language that an author replaces
	Language string // BCP 47
	Style    string // "": the one that octavo has if nobody names one
	Date     time.Time
	Bare     bool // the book alone, without the files of Tools
}

// Languages returns the BCP 47 tags of the languages that there is a book in, in the order of the alphabet.
func Languages() (tags []string) {
	entries, _ := books.ReadDir("book") // embedded: it can be read
	for _, e := range entries {
		if e.IsDir() {
			tags = append(tags, e.Name())
		}
	}
	return tags
}

// Has reports whether there is a book in the language of a tag; another begins with words in English.
func Has(tag string) bool { return languageOf(tag) != "" }

// languageOf returns that of Languages whose book an author who writes the language of a tag is given, "" if there is none: its
// own, else the one that CLDR derives it from, or that of the region where most people speak it.
func languageOf(tag string) string {
	tags := Languages()
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	for ; !t.IsRoot(); t = t.Parent() {
		base, _ := t.Base()
		region, _ := t.Region()
		for _, name := range []string{t.String(), base.String() + "-" + region.String()} {
			if slices.Contains(tags, name) {
				return name
			}
		}
	}
	return ""
}

// spelled returns a text of the book as the region of a tag spells it: Switzerland and Liechtenstein have no ß.
func spelled(text []byte, tag string) []byte {
	t, err := language.Parse(tag)
	if err != nil {
		return text
	}
	base, _ := t.Base()
	region, _ := t.Region()
	if base.String() == "de" && (region.String() == "CH" || region.String() == "LI") {
		return bytes.ReplaceAll(text, []byte("ß"), []byte("ss"))
	}
	return text
}

// title makes a title of a folder's name: "my-book" becomes "My Book" in languages whose titles have capitals, "My book" in others. It is
// empty where the name has no letter.
func title(dir, tag string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	words := strings.FieldsFunc(filepath.Base(dir), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		if i == 0 || tag == "en" || tag == "de" {
			first, n := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToTitle(first)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// Write writes the book into a folder, which it makes if need be, or writes nothing: a folder that holds anything but what [May] lie there
// is refused, and a language that octavo does not know. Nothing is written over.
func Write(ctx context.Context, dir string, o Options) error {
	if err := Free(ctx, dir); err != nil {
		return err
	}
	if _, known := lang.Find(o.Language); !known {
		return fmt.Errorf("there is no book to begin with in %q; name one of %s, and change language in book.toml after",
			o.Language, strings.Join(lang.Tags(), ", "))
	}
	tag := cmp.Or(languageOf(o.Language), "en")
	o.Title = cmp.Or(o.Title, title(dir, tag))
	d, err := outdir.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer d.Discard()
	if err := d.Lock(ctx, outdir.Patience); err != nil {
		return err
	}
	if err := Free(ctx, dir); err != nil { // another process may have begun a book meanwhile
		return err
	}
	err = fs.WalkDir(books, path.Join("book", tag), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := books.ReadFile(name)
		if err != nil {
			return err
		}
		text = spelled(text, o.Language)
		to := strings.TrimPrefix(name, path.Join("book", tag)+"/")
		if to == "book.toml" {
			text = o.fill(text)
		}
		if to == "book.toml" && !o.Bare {
			text = append([]byte(schema.Directive()), text...)
		}
		return d.Add(to, text)
	})
	if err == nil && !o.Bare {
		err = addTools(d, o)
	}
	if err != nil {
		return err
	}
	return d.Commit(ctx)
}

// addTools adds the files beside the book that are not there yet.
func addTools(d *outdir.Dir, o Options) error {
	files, err := Tools(o.Title, o.Language, Begun)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if _, err := d.Lstat(name); err == nil {
			continue
		}
		if err := d.Add(name, files[name]); err != nil {
			return err
		}
	}
	return nil
}

var place = lazyregexp.New(`\{\{(\w+)(?::([^}]*))?\}\}`)

// styleLine is where a book.toml offers a style in notes, and what follows its name.
var styleLine = lazyregexp.New(`(?m)^# \[print\]\n# style = "[^"]*"(.*)$`)

// fill puts an author's words into the places of a book.toml.
func (o *Options) fill(text []byte) []byte {
	if o.Style != "" {
		text = styleLine().ReplaceAll(text, []byte("[print]\nstyle = "+strings.ReplaceAll(tomltext.Quote(o.Style), "$", "$$")+"$1"))
	}
	return place().ReplaceAllFunc(text, func(found []byte) []byte {
		m := place().FindSubmatch(found)
		instead := string(m[2])
		switch string(m[1]) {
		case "title":
			return []byte(tomltext.Quote(cmp.Or(o.Title, instead)))
		case "author":
			return []byte(tomltext.Quote(cmp.Or(o.Author, instead)))
		case "language":
			return []byte(tomltext.Quote(o.Language))
		case "date":
			return []byte(o.Date.Format(time.DateOnly))
		case "rights":
			return []byte(tomltext.Quote(fmt.Sprintf("© %d %s", o.Date.Year(), cmp.Or(o.Author, instead))))
		}
		return found
	})
}

// Free returns an error if a folder holds something that [May] not lie where a book begins. One that does not exist is free. A book that
// a killed octavo began to put there is finished first, and what else it left is no hindrance.
func Free(ctx context.Context, dir string) error {
	if err := outdir.SettleNamed(ctx, dir); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot make a book in %s: %w", dir, readfile.Reason(err))
	}
	for _, e := range entries {
		if !May(e.Name()) && !outdir.Temporary(e.Name()) {
			return fmt.Errorf("%s is not empty: it holds %s; name a new folder", dir, e.Name())
		}
	}
	return nil
}
