package drawing

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// maxRules limits the rules of a style sheet.
const maxRules = 20_000

// sheet is the style sheets of a drawing, by what the last part of their selectors names.
type sheet struct {
	byID, byClass, byName map[string][]*rule
	all                   []*rule
	rules                 []*rule // in order
	count                 int
	known                 map[*node]map[string]string
	left                  int // steps of matching that are left
}

// rule is a selector with its declarations.
type rule struct {
	parts    []compound // from the last to the first
	weight   int        // specificity, then order
	declared []declaration
}

// compound is what one element must have: a name ("" for any), an id, classes.
type compound struct {
	name, id string
	classes  []string
	child    bool // the next compound must be of the parent, not of any ancestor
}

type declaration struct {
	property, value string
	important       bool
}

var comment = lazyregexp.New(`(?s)/\*.*?\*/|<!--|-->`)

func newSheet() *sheet {
	return &sheet{byID: map[string][]*rule{}, byClass: map[string][]*rule{}, byName: map[string][]*rule{}, known: map[*node]map[string]string{}, left: 20_000_000}
}

// add reads a style sheet. It reports whether it asks for another.
func (sh *sheet) add(css string) (imports bool) {
	css = comment().ReplaceAllString(css, " ")
	for css != "" && sh.count < maxRules {
		css = strings.TrimLeft(css, " \t\r\n\f;}")
		if css == "" {
			return imports
		}
		open := strings.IndexAny(css, "{;")
		if open < 0 {
			return imports
		}
		head := strings.TrimSpace(css[:open])
		if strings.HasPrefix(head, "@") {
			imports = imports || strings.HasPrefix(head, "@import")
			css = css[open:]
			if css[0] == '{' {
				css = css[blockEnd(css):]
			} else {
				css = css[1:]
			}
			continue
		}
		if css[open] == ';' {
			css = css[open+1:]
			continue
		}
		body, after, _ := strings.Cut(css[open+1:], "}")
		sh.addRules(head, declarations(body))
		css = after
	}
	return imports
}

// blockEnd returns the offset after the block in braces at the start of css.
func blockEnd(css string) int {
	depth := 0
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(css)
}

func (sh *sheet) addRules(selectors string, declared []declaration) {
	for selector := range strings.SplitSeq(selectors, ",") {
		r := &rule{declared: declared}
		sh.count++
		if sh.count > maxRules || !r.read(selector) {
			continue
		}
		r.weight = r.weight*maxRules + sh.count
		sh.rules = append(sh.rules, r)
		switch last := r.parts[0]; {
		case last.id != "":
			sh.byID[last.id] = append(sh.byID[last.id], r)
		case len(last.classes) > 0:
			sh.byClass[last.classes[0]] = append(sh.byClass[last.classes[0]], r)
		case last.name != "":
			sh.byName[last.name] = append(sh.byName[last.name], r)
		default:
			sh.all = append(sh.all, r)
		}
	}
}

// simple matches the parts of a compound selector.
var simple = lazyregexp.New(`^(\*|[A-Za-z_][\w-]*)?((?:[.#][\w\p{L}-]+)*)$`)

// read reads a selector of names, ids, classes, descendants and children; others match nothing.
func (r *rule) read(selector string) bool {
	fields := strings.Fields(strings.ReplaceAll(selector, ">", " > "))
	child := false
	for _, f := range fields {
		if f == ">" {
			child = true
			continue
		}
		m := simple().FindStringSubmatch(f)
		if m == nil {
			return false
		}
		c := compound{name: strings.TrimPrefix(m[1], "*"), child: child}
		if c.name != "" {
			r.weight++
		}
		for rest := m[2]; rest != ""; {
			end := strings.IndexAny(rest[1:], ".#") + 1
			if end == 0 {
				end = len(rest)
			}
			if rest[0] == '#' {
				c.id = rest[1:end]
				r.weight += 10_000
			} else {
				c.classes = append(c.classes, rest[1:end])
				r.weight += 100
			}
			rest = rest[end:]
		}
		child = false
		r.parts = append(r.parts, c)
	}
	slices.Reverse(r.parts)
	return len(r.parts) > 0 && len(r.parts) <= 16
}

// declarations reads the declarations of a block or of a style attribute.
func declarations(s string) (out []declaration) {
	for len(s) > 0 {
		end := declarationEnd(s)
		property, value, ok := strings.Cut(s[:end], ":")
		s = s[min(end+1, len(s)):]
		if !ok {
			continue
		}
		value, important := strings.CutSuffix(strings.TrimSpace(value), "!important")
		out = append(out, declaration{strings.ToLower(strings.TrimSpace(property)), strings.TrimSpace(value), important})
	}
	return out
}

// declarationEnd returns the offset of the semicolon that ends the declaration at the start of s; one in brackets or quotes does
// not.
func declarationEnd(s string) int {
	var quote byte
	depth := 0
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ';' && depth <= 0:
			return i
		}
	}
	return len(s)
}

// matches reports whether a rule is for an element.
func (sh *sheet) matches(r *rule, n *node) bool {
	if !r.parts[0].fits(n) {
		return false
	}
	child := r.parts[0].child
	at := n.parent
	for _, c := range r.parts[1:] {
		for at != nil && !c.fits(at) {
			if sh.left--; child || sh.left < 0 {
				return false
			}
			at = at.parent
		}
		if at == nil {
			return false
		}
		child, at = c.child, at.parent
	}
	return true
}

func (c *compound) fits(n *node) bool {
	if c.name != "" && c.name != n.name || c.id != "" && c.id != n.attr("id") {
		return false
	}
	for _, class := range c.classes {
		if !hasClass(n.attr("class"), class) {
			return false
		}
	}
	return true
}

func hasClass(classes, class string) bool {
	for c := range strings.FieldsSeq(classes) {
		if c == class {
			return true
		}
	}
	return false
}

// of returns the properties of an element: those of its attributes, then those of style sheets, then of its own style, each
// above those before it. The map is shared, and not to be changed.
func (sh *sheet) of(n *node) map[string]string {
	if props, ok := sh.known[n]; ok {
		return props
	}
	props := sh.cascade(n)
	if len(sh.known) < maxKnown {
		sh.known[n] = props
	}
	return props
}

// maxKnown limits the elements whose properties are kept, for those that are used over and over.
const maxKnown = 20_000

func (sh *sheet) cascade(n *node) map[string]string {
	props := map[string]string{}
	for name, value := range n.attrs {
		if known()[name] {
			props[name] = strings.TrimSpace(value)
		}
	}
	var rules []*rule
	collect := func(candidates []*rule) {
		for _, r := range candidates {
			if sh.left--; sh.left >= 0 && sh.matches(r, n) {
				rules = append(rules, r)
			}
		}
	}
	if sh.count > 0 {
		collect(sh.all)
		collect(sh.byName[n.name])
		if id := n.attr("id"); id != "" {
			collect(sh.byID[id])
		}
		for class := range strings.FieldsSeq(n.attr("class")) {
			collect(sh.byClass[class])
		}
	}
	sort.Slice(rules, func(i, j int) bool { return rules[i].weight < rules[j].weight })
	own := declarations(n.attr("style"))
	for _, important := range []bool{false, true} {
		for _, r := range rules {
			set(props, r.declared, important)
		}
		set(props, own, important)
	}
	return props
}

func set(props map[string]string, declared []declaration, important bool) {
	for _, d := range declared {
		if d.important == important && known()[d.property] {
			props[d.property] = d.value
		}
		if d.property == "font" && d.important == important {
			font(props, d.value)
		}
	}
}

// font reads the shorthand for the properties of a font, as far as they count here.
func font(props map[string]string, value string) {
	fields := strings.Fields(value)
	for i, f := range fields {
		size, _, _ := strings.Cut(f, "/")
		switch {
		case f == "italic" || f == "oblique":
			props["font-style"] = f
		case f == "bold" || f == "bolder" || len(f) == 3 && f[1:] == "00":
			props["font-weight"] = f
		default:
			if _, ok := length(size, 16, 16); ok {
				props["font-size"] = size
				props["font-family"] = strings.Join(fields[i+1:], " ")
				return
			}
		}
	}
}

// known are the properties that count, as attributes and in style sheets.
var known = sync.OnceValue(func() map[string]bool {
	return names("alignment-baseline baseline-shift clip-path clip-rule color display dominant-baseline fill fill-opacity fill-rule filter font-family " +
		"font-size font-style font-weight letter-spacing marker marker-end marker-mid marker-start mask opacity overflow stop-color stop-opacity stroke " +
		"stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor " +
		"vector-effect visibility white-space")
})

// names returns the set of the names in a list.
func names(list string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		out[name] = true
	}
	return out
}
