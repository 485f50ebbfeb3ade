package wordbook

// numbering are the file's lists.
type numbering struct {
	levels map[string]*[9]level // by numId
	counts map[string]*[9]int   // by the id of the abstract list: the last number of each level and one, 0 before the first
	used   map[string]bool      // lists that have begun
}

// level is one level of a list.
type level struct {
	abstract string
	format   string // "bullet", "decimal", "lowerLetter" …
	start    int
	restarts bool // the list begins anew, whatever others of its kind have come before
}

// ordered reports whether the items of a level have numbers.
func (l level) ordered() bool {
	return l.format != "bullet" && l.format != "none" && l.format != ""
}

// readNumbering reads numbering.xml.
func (f *reader) readNumbering(name string) error {
	f.numbering = numbering{levels: map[string]*[9]level{}, counts: map[string]*[9]int{}, used: map[string]bool{}}
	if name == "" || !f.c.Has(name) {
		return nil
	}
	p, err := f.open(name)
	if err != nil {
		return err
	}
	top := p.root.child("numbering")
	if top == nil {
		return nil
	}
	abstract := map[string]*node{}
	byStyle := map[string]*node{} // abstract lists that define a style of lists
	for _, n := range top.children {
		if n.name == "abstractNum" {
			abstract[n.attr("abstractNumId")] = n
			if link := n.val("styleLink"); link != "" {
				byStyle[link] = n
			}
		}
	}
	for _, n := range top.children {
		if n.name != "num" {
			continue
		}
		id := n.val("abstractNumId")
		a := abstract[id]
		if a != nil && a.child("lvl") == nil {
			if linked := byStyle[a.val("numStyleLink")]; linked != nil {
				a = linked
			}
		}
		levels := &[9]level{}
		for i := range levels {
			levels[i] = level{abstract: id, format: "bullet", start: 1}
		}
		read(levels, a)
		for _, o := range n.children {
			if i := number(o.attr("ilvl")); o.name == "lvlOverride" && i >= 0 && i < 9 {
				read(levels, o)
				if v := o.val("startOverride"); v != "" {
					levels[i].start, levels[i].restarts = number(v), true
				}
			}
		}
		f.numbering.levels[n.attr("numId")] = levels
	}
	return nil
}

// read reads the levels that an element defines.
func read(levels *[9]level, n *node) {
	if n == nil {
		return
	}
	for _, l := range n.children {
		if i := number(l.attr("ilvl")); l.name == "lvl" && i >= 0 && i < 9 {
			if v := l.val("numFmt"); v != "" {
				levels[i].format = v
			}
			if v := l.val("start"); v != "" {
				levels[i].start = number(v)
			}
		}
	}
}

// next counts an item, and returns its level and its number.
func (n *numbering) next(num string, at int) (level, int) {
	levels := n.levels[num]
	if levels == nil {
		return level{format: "bullet"}, 1
	}
	at = min(max(at, 0), 8)
	l := levels[at]
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = &[9]int{}
		n.counts[l.abstract] = counts
	}
	if !n.used[num] {
		n.used[num] = true
		for i := range levels {
			if levels[i].restarts {
				counts[i] = 0
			}
		}
	}
	if counts[at]++; counts[at] == 1 {
		counts[at] = l.start + 1
	}
	for i := at + 1; i < 9; i++ {
		counts[i] = 0
	}
	return l, max(counts[at]-1, 0)
}
