package manuscript

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/cmd/octavo/internal/yamltext"
)

// meta is a value at the head of a file, in YAML or in TOML.
type meta struct {
	pos   diag.Pos
	kind  yamltext.Kind
	text  string // of all but lists and maps
	items []meta
	pairs []metaPair
}

// metaPair is a key with its value.
type metaPair struct {
	key   string
	pos   diag.Pos
	value meta
}

// yamlMeta returns a value of YAML that begins at offset from of the file.
func (b *builder) yamlMeta(n *yamltext.Node, from int) meta {
	m := meta{pos: b.pos(from + n.At), kind: n.Kind, text: strings.TrimSpace(n.Value)}
	for _, i := range n.Items {
		m.items = append(m.items, b.yamlMeta(i, from))
	}
	for _, p := range n.Pairs {
		m.pairs = append(m.pairs, metaPair{p.Key, b.pos(from + p.At), b.yamlMeta(p.Value, from)})
	}
	return m
}

// tomlMeta returns a value of TOML by its path.
func tomlMeta(value any, path string, places map[string]diag.Pos) meta {
	m := meta{pos: places[path], kind: yamltext.Text}
	switch v := value.(type) {
	case string:
		m.text = strings.TrimSpace(v)
	case bool:
		m.kind, m.text = yamltext.Truth, strconv.FormatBool(v)
	case int64, float64:
		m.kind, m.text = yamltext.Number, fmt.Sprint(v)
	case time.Time:
		m.text = v.Format("2006-01-02")
	case []any:
		m.kind = yamltext.List
		for i, item := range v {
			m.items = append(m.items, tomlMeta(item, tomltext.Join(path, strconv.Itoa(i)), places))
		}
	case map[string]any:
		m.kind = yamltext.Map
		for key, item := range v {
			at := tomltext.Join(path, key)
			m.pairs = append(m.pairs, metaPair{key, places[at], tomlMeta(item, at, places)})
		}
		slices.SortFunc(m.pairs, func(x, y metaPair) int { return strings.Compare(x.key, y.key) })
	default:
		m.kind = yamltext.Null
	}
	return m
}

// find returns the value of a key of a map.
func (m *meta) find(key string) (meta, bool) {
	for _, p := range m.pairs {
		if normalKey(p.key) == key {
			return p.value, true
		}
	}
	return meta{}, false
}

// words returns a value that is words or a number, and whether it is.
func (m *meta) words() (string, bool) {
	return m.text, m.kind == yamltext.Text || m.kind == yamltext.Number || m.kind == yamltext.Truth
}

// list returns the values of a list, or of a line of words with commas between them.
func (m *meta) list() (out []meta, ok bool) {
	switch m.kind {
	case yamltext.List:
		return m.items, true
	case yamltext.Null:
		return nil, true
	case yamltext.Map, yamltext.Alias:
		return nil, false
	}
	at := 0
	for part := range strings.SplitSeq(m.text, ",") {
		one := meta{pos: m.pos, kind: yamltext.Text, text: strings.TrimSpace(part)}
		one.pos.Offset += at + len(part) - len(strings.TrimLeft(part, " "))
		if at += len(part) + 1; one.text != "" {
			out = append(out, one)
		}
	}
	return out, true
}
