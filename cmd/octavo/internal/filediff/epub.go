package filediff

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// The most that is unpacked: of a part, and of all.
const (
	maxPart    = 64 << 20
	maxPackage = 256 << 20
	maxParts   = 50_000
)

var errTooMuch = errors.New("more comes out of it than of any book")

// EPUB returns in what an EPUB differs from the one that it should be, a clause each; none where the bytes are the same.
func EPUB(ctx context.Context, got, want []byte) ([]string, error) {
	if bytes.Equal(got, want) {
		return nil, nil
	}
	mine, damage, err := unpack(ctx, got)
	if err != nil {
		return nil, err
	}
	var found []string
	if damage != nil {
		found = append(found, "it is damaged: "+diag.Printable(damage.Error()))
	}
	if mine == nil {
		return found, nil
	}
	should, damage, err := unpack(ctx, want)
	if err := errors.Join(damage, err); err != nil {
		return nil, err
	}
	var more, less, words, markup, other []string
	for _, name := range mine.names {
		a, b := mine.parts[name], should.parts[name]
		switch {
		case !should.has(name):
			more = append(more, name)
		case bytes.Equal(a, b):
		case path.Ext(name) == ".opf":
			found = append(found, "the metadata differ: "+named(changedLines(a, b)))
		case path.Ext(name) != ".xhtml":
			other = append(other, name)
		case textOf(a) != textOf(b):
			words = append(words, name)
		default:
			markup = append(markup, name)
		}
	}
	for _, name := range should.names {
		if !mine.has(name) {
			less = append(less, name)
		}
	}
	for _, d := range []struct {
		what  string
		names []string
	}{{"the words differ in ", words}, {"the markup differs in ", markup}, {"other parts differ: ", other}, {"it has more parts: ", more}, {"it lacks parts: ", less}} {
		if len(d.names) > 0 {
			found = append(found, d.what+named(d.names))
		}
	}
	if len(found) == 0 {
		found = append(found, "its parts are the same, and packed in another way")
	}
	return found, nil
}

// unpacked is the parts of a package.
type unpacked struct {
	names []string // sorted
	parts map[string][]byte
}

func (u *unpacked) has(name string) bool { _, ok := u.parts[name]; return ok }

// unpack returns the parts of a package, and what is wrong with it; nil if nothing of it can be read.
func unpack(ctx context.Context, data []byte) (u *unpacked, damage, err error) {
	z, damage := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if damage != nil {
		return nil, damage, nil
	}
	u = &unpacked{parts: map[string][]byte{}}
	left := int64(maxPackage)
	if len(z.File) > maxParts {
		return nil, nil, errTooMuch
	}
	for _, f := range z.File {
		if err := context.Cause(ctx); err != nil {
			return nil, nil, err
		}
		part, broken := partOf(f, min(maxPart, left))
		if errors.Is(broken, errTooMuch) {
			return nil, nil, errTooMuch
		}
		if broken != nil && damage == nil {
			damage = fmt.Errorf("%s: %w", f.Name, broken)
		}
		left -= int64(len(part))
		u.parts[f.Name] = part
		u.names = append(u.names, f.Name)
	}
	slices.Sort(u.names)
	u.names = slices.Compact(u.names)
	return u, damage, nil
}

// partOf returns a part of at most so many bytes, or as much of it as can be read.
func partOf(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(part)) > most {
		return nil, errTooMuch
	}
	return part, err
}

// textOf returns the text of a page without its tags and the white between words.
func textOf(page []byte) string {
	var b strings.Builder
	tag := false
	for _, r := range string(page) {
		switch {
		case r == '<':
			tag = true
		case r == '>':
			tag = false
			b.WriteByte(' ')
		case !tag:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// changedLines returns the names of the elements of a package document that another has not, or has in another way. Octavo writes each on a
// line of its own.
func changedLines(a, b []byte) (out []string) {
	lines := map[string]int{}
	for line := range strings.Lines(string(b)) {
		lines[strings.TrimSpace(line)]++
	}
	add := func(line string) {
		_, rest, _ := strings.Cut(line, "<")
		name := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" />\t", r) })
		if _, property, ok := strings.Cut(line, `property="`); ok {
			name = strings.SplitN(property, `"`, 2)[:1]
		}
		if len(name) > 0 && !slices.Contains(out, name[0]) {
			out = append(out, name[0])
		}
	}
	for line := range strings.Lines(string(a)) {
		if line = strings.TrimSpace(line); lines[line] > 0 {
			lines[line]--
		} else if len(out) <= mostNamed {
			add(line)
		}
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); lines[line] > 0 && len(out) <= mostNamed {
			lines[line]--
			add(line)
		}
	}
	return out
}
