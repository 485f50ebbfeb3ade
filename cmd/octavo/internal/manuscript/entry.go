package manuscript

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/tomltext"
)

// headKeys are the keys of a block at the head of a file.
var headKeys = []string{"themes", "audience", "number", "contents", "short", "origin"}

// entry makes an Entry from a heading and the block under it. An id in the block wins over one in the heading's attributes.
func (b *builder) entry(n *tomlNode, heading *ast.Heading, level int, maxim []book.Inline, attrs given) *book.Entry {
	e := &book.Entry{Pos: b.pos(heading.Pos()), Level: level, Maxim: maxim, Status: book.Ready}
	values, places := b.keys(n, nil)
	e.Places = places
	for _, key := range book.EntryKeys {
		value, ok := values[key]
		if !ok {
			continue
		}
		switch key {
		case "kind":
			e.Kind = b.str(key, value, places)
		case "id":
			e.ID = b.str(key, value, places)
		case "short":
			e.Short = smart(strings.TrimSpace(b.str(key, value, places)), b.punctuation)
		case "source":
			e.Source = smart(strings.TrimSpace(b.str(key, value, places)), b.punctuation)
		case "themes":
			e.Themes = b.strs(key, value, places)
		case "audience":
			e.Audience = b.strs(key, value, places)
		case "see":
			e.See = b.strs(key, value, places)
		case "index":
			e.Index = b.strs(key, value, places)
		case "card":
			switch v := value.(type) {
			case string:
				e.Card = smart(v, b.punctuation)
				e.CardText = b.tomlWords(strings.TrimSpace(v), places[key].Offset)
			case bool:
				e.NoCard = !v
			default:
				b.wrongType(key, "a string, or false for no card", value, places)
			}
		case "back":
			switch v := value.(type) {
			case string:
				e.Back = smart(strings.TrimSpace(v), b.punctuation)
				e.BackText = b.tomlParagraphs(v, places[key].Offset)
			case bool:
				e.NoBack = !v
			default:
				b.wrongType(key, "a string, or false for no words on the back", value, places)
			}
		case "origin":
			e.Origin = b.origin(b.str(key, value, places), places[key], lineEnd(places[key]))
		case "status":
			e.Status = book.Status(b.str(key, value, places))
			if _, isString := value.(string); !isString {
				e.Status = book.Ready
			} else if e.Status != book.Ready && e.Status != book.Draft {
				b.f.diags.Errorf("entry-status", places[key], "unknown status %q", e.Status).
					Note(`write status = "ready" or status = "draft"`)
				e.Status = book.Draft
			}
		}
	}
	e.Values = b.values(n, values, places)
	if _, own := places["themes"]; !own {
		e.Themes = b.themes.lend(e.Places)
	}
	if _, own := places["audience"]; !own {
		e.Audience = b.audience.lend(e.Places)
	}
	if _, own := places["id"]; !own && attrs.id != "" {
		e.ID, places["id"] = attrs.id, attrs.at
	}
	of := byKey
	if _, own := places["id"]; !own {
		e.ID, of = book.Slug(book.PlainText(maxim)), ofEntry
	}
	b.worded(&e.ID, of, heading, maxim)
	return e
}

// tomlParagraphs parses the paragraphs of a string of TOML that begins at an offset.
func (b *builder) tomlParagraphs(s string, at int) (out [][]book.Inline) {
	for _, words := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n") {
		if words = strings.Join(strings.Fields(words), " "); words != "" {
			out = append(out, b.tomlWords(words, at))
		}
	}
	return out
}

// tomlWords parses a string of TOML that begins at an offset, with its quotation mark, as inline Markdown. Where it stands there without
// escapes, its inlines know their places. A line end in it is one in print.
func (b *builder) tomlWords(s string, at int) []book.Inline {
	for _, mark := range []string{`"`, `'`, `"""`, `'''`} {
		if from := at + len(mark); at >= 0 && from+len(s) < len(b.source) && string(b.source[at:from]) == mark && string(b.source[from:from+len(s)]) == s &&
			!strings.Contains(s, "\n") {
			return b.apart(b.source[from:from+len(s)], from)
		}
	}
	return b.apart([]byte(strings.ReplaceAll(s, "\n", "\\\n")), at)
}

// values returns the keys of a block that not all entries have, in the order of the file. Which of them a kind has is for the
// book's configuration to say.
func (b *builder) values(n *tomlNode, values map[string]any, places map[string]diag.Pos) (out []book.Value) {
	for key, value := range values {
		if !slices.Contains(book.EntryKeys, key) {
			out = append(out, b.value(key, value))
		}
	}
	if len(out) == 0 {
		return nil
	}
	found := tomltext.Places(b.toml(n))
	for i := range out {
		out[i].At = b.pos(n.start + found[tomltext.Join("", out[i].Key)].Key)
	}
	slices.SortFunc(out, func(v, w book.Value) int { return cmp.Compare(v.At.Offset, w.At.Offset) })
	return out
}

// value returns a key's value with its type.
func (b *builder) value(key string, value any) book.Value {
	v := book.Value{Key: key}
	switch value := value.(type) {
	case string:
		v.Type, v.Text = book.String, smart(strings.TrimSpace(value), b.punctuation)
	case bool:
		v.Type, v.True = book.Bool, value
	case int64:
		v.Type, v.Text = book.Number, strconv.FormatInt(value, 10)
	case float64:
		if math.IsNaN(value) || math.IsInf(value, 0) {
			break
		}
		v.Type, v.Text = book.Number, strconv.FormatFloat(value, 'f', -1, 64)
	case time.Time:
		if value.Location().String() == "time-local" { // an hour of no day
			break
		}
		v.Type, v.Date = book.Date, time.Date(value.Year(), value.Month(), value.Day(), 0, 0, 0, 0, time.UTC)
	case []any:
		v.Type = book.Strings
		for _, item := range value {
			s, ok := item.(string)
			if !ok {
				return book.Value{Key: key}
			}
			v.Items = append(v.Items, smart(strings.TrimSpace(s), b.punctuation))
		}
	}
	return v
}

// toml returns the TOML of a block, as long as it is in the file: places in it count from the block's start.
func (b *builder) toml(n *tomlNode) string {
	return strings.ReplaceAll(string(b.source[n.start:n.end]), "\r\n", " \n")
}

// lend returns the default values of a file, and adds the places of its default keys to places.
func (d *defaults) lend(places map[string]diag.Pos) []string {
	for key, pos := range d.places {
		places[key] = pos
	}
	return d.values
}

// fileDefaults reads the block at the head of the file.
func (b *builder) fileDefaults(n *tomlNode) {
	values, places := b.keys(n, headKeys)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(headKeys, key) {
			b.frontKey(metaPair{key, places[tomltext.Join("", key)], tomlMeta(values[key], tomltext.Join("", key), places)})
		}
	}
	for _, key := range headKeys {
		value, ok := values[key]
		if !ok {
			continue
		}
		switch key {
		case "number":
			b.setCounted(b.truth(key, value, places))
			continue
		case "short":
			b.ch.Short = strings.TrimSpace(b.str(key, value, places))
			continue
		case "origin":
			b.fileOrigin = b.origin(b.str(key, value, places), places[key], lineEnd(places[key]))
			b.ch.Origin = b.fileOrigin
			continue
		case "contents":
			b.unlisted = !b.truth(key, value, places)
			b.ch.Unlisted = b.unlisted
			continue
		}
		d := &b.themes
		if key == "audience" {
			d = &b.audience
		}
		d.values = b.strs(key, value, places)
		d.places = map[string]diag.Pos{}
		for at, pos := range places {
			if at == key || strings.HasPrefix(at, key+".") {
				d.places[at] = pos
			}
		}
	}
}

// keys decodes a block. It returns the values of the known keys and the places of all values, and reports unknown keys, unless
// any key may be known: of an entry's, rules of package check say what its kind has.
func (b *builder) keys(n *tomlNode, known []string) (map[string]any, map[string]diag.Pos) {
	places := map[string]diag.Pos{}
	if n.unclosed {
		d := b.f.diags.Errorf("block-unclosed", b.pos(n.Pos()), "unclosed +++ block").
			Note("write +++ on a line of its own after its last key")
		b.mendUnclosed(d, n)
	}
	source := b.toml(n)
	values := map[string]any{}
	if err := tomltext.Decode(source, &values); err != nil {
		switch end := b.lostFence(n, source); {
		case end > 0:
			d := b.f.diags.Errorf("block-unclosed", b.pos(n.Pos()), "unclosed +++ block").
				Note("write +++ on a line of its own after its last key")
			d.Mend(n.start+end, n.start+end, "+++\n")
		case !n.unclosed:
			b.syntaxError(n, source, err)
		}
		return nil, places
	}
	found := tomltext.Places(source)
	for path, p := range found {
		places[path] = b.pos(n.start + p.At)
	}
	place := func(key string) tomltext.Place { return found[tomltext.Join("", key)] }
	foreign := n.head && slices.ContainsFunc(slices.Collect(maps.Keys(values)), func(key string) bool {
		return knownFront(key) && !slices.Contains(known, key)
	})
	inOrder := slices.SortedFunc(maps.Keys(values), func(x, y string) int { return cmp.Compare(place(x).Key, place(y).Key) })
	for _, key := range inOrder {
		if known != nil && !slices.Contains(known, key) && !foreign {
			b.unknownKey(n, key, place(key), known)
			delete(values, key)
		}
	}
	return values, places
}

func (b *builder) unknownKey(n *tomlNode, key string, p tomltext.Place, known []string) {
	d := b.f.diags.Errorf("toml-unknown-key", b.pos(n.start+p.Key), "unknown key %q", key)
	d.To(d.Pos.Offset + p.KeyEnd - p.Key)
	switch near := diag.Suggest(key, known); {
	case near != "":
		d.Note("did you mean %q?", near)
	case slices.Contains(book.EntryKeys, key):
		d.Note("move %s under an entry's heading: the head of a file takes only %s", key, strings.Join(headKeys, ", "))
	default:
		d.Note("known keys: %s", strings.Join(known, ", "))
	}
}

var emptyLine = lazyregexp.New(`\n[ \t]*\n`)

// lostFence returns where the settings of a block end that goes on to the fence of the next one, as a length of its source: at an
// empty line with prose after it. It returns 0 if the block is another's fault.
func (b *builder) lostFence(n *tomlNode, source string) int {
	empty := emptyLine().FindStringIndex(source)
	if n.unclosed || empty == nil || strings.TrimSpace(source[:empty[0]]) == "" {
		return 0
	}
	end := empty[0] + 1
	next, _, _ := strings.Cut(strings.TrimLeft(source[end:], " \t\n"), "\n")
	if strings.Contains(next, "=") || strings.HasPrefix(next, "[") || !b.isTOML(n.start, n.start+end) {
		return 0
	}
	return end
}

func (b *builder) syntaxError(n *tomlNode, source string, err error) {
	pos, message := b.pos(n.start), err.Error()
	var pe tomltext.ParseError
	if errors.As(err, &pe) {
		message = pe.Message
		pos = b.pos(n.start + min(max(pe.Position.Start, 0), len(source)))
	}
	d := b.f.diags.Errorf("toml-syntax", pos, "this is not TOML: %s", strings.ToLower(message[:1])+message[1:])
	start := strings.LastIndexByte(source[:pos.Offset-b.pos(n.start).Offset], '\n') + 1
	line, _, _ := strings.Cut(source[start:], "\n")
	d.Note(`write key = "text", key = ["text", "text"] or key = false, each on a line of its own%s`, asTOML([]byte(line)))
	mendQuotes(d, source, n.start)
}

func (b *builder) str(key string, value any, places map[string]diag.Pos) string {
	s, ok := value.(string)
	if !ok {
		b.wrongType(key, "a string", value, places)
	}
	return s
}

// truth returns the value of a boolean key. It reports a value of another type, and returns true for it.
func (b *builder) truth(key string, value any, places map[string]diag.Pos) bool {
	yes, ok := value.(bool)
	if !ok {
		b.wrongType(key, "true or false", value, places)
	}
	return yes || !ok
}

func (b *builder) strs(key string, value any, places map[string]diag.Pos) []string {
	items, ok := value.([]any)
	if !ok {
		b.wrongType(key, "an array of strings", value, places)
		return nil
	}
	out := make([]string, 0, len(items))
	for i, item := range items {
		s, ok := item.(string)
		if !ok {
			b.wrongType(key+"."+strconv.Itoa(i), "a string", item, places)
		}
		out = append(out, s)
	}
	return out
}

func (b *builder) wrongType(path, want string, value any, places map[string]diag.Pos) {
	key, _, _ := strings.Cut(path, ".")
	d := b.f.diags.Errorf("toml-type", places[path], "%s must be %s, not %s", key, want, typeName(value))
	switch {
	case want == "true or false":
		d.Note("write %s = true or %s = false", key, key)
	case want == "a string":
		d.Note("put it between quotation marks: %q", fmt.Sprint(value))
	case want == "an array of strings":
		if s, ok := value.(string); ok {
			d.Note("put it between brackets: %s = [%q]", key, s)
		} else {
			d.Note(`write %s = ["…", "…"]`, key)
		}
	default:
		d.Note(`write %s = "…" or %s = false`, key, key)
	}
}

func typeName(value any) string {
	switch value.(type) {
	case string:
		return "a string"
	case int64:
		return "a whole number"
	case float64:
		return "a number"
	case bool:
		return "true or false"
	case []any, []map[string]any:
		return "an array"
	case map[string]any:
		return "a table"
	}
	return "a date"
}
