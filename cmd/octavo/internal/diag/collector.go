package diag

import (
	"maps"
	"slices"
)

// Collector collects diagnostics, at most so many of each code. A book of a megabyte may be one mistake made a hundred thousand times: nobody
// reads them all, and each that is listed takes half a kilobyte.
type Collector struct {
	most   int
	listed []*Diagnostic
	of     map[string]*tally
	errors bool
}

// tally counts the diagnostics of a code.
type tally struct {
	found int
	rest  *Diagnostic // it stands for those that are not listed
}

// fewest is how many diagnostics of a code are listed at least, and perLine by how many bytes of text there may be one more.
const (
	fewest  = 50
	perLine = 60
)

// NewCollector returns a collector that lists fewest diagnostics of a code, and one more for each of the lines of what is examined.
func NewCollector(lines int) *Collector {
	return &Collector{most: fewest + lines, of: map[string]*tally{}}
}

// CollectorOf returns a collector for what is wrong with sources. It has as many lines as they would have in print.
func CollectorOf(sources ...*Source) *Collector {
	size := 0
	for _, s := range sources {
		if s != nil {
			size += len(s.Text)
		}
	}
	return NewCollector(size / perLine)
}

// Reportf adds a diagnostic. It returns one that is not listed where there are too many of its code.
func (c *Collector) Reportf(s Severity, code string, pos Pos, format string, args ...any) *Diagnostic {
	c.errors = c.errors || s == Error
	t := c.of[code]
	if t == nil {
		t = &tally{}
		c.of[code] = t
	}
	if t.found++; t.found > c.most {
		if t.rest == nil {
			t.rest = &Diagnostic{Severity: s, Code: code, Pos: pos}
		}
		if s == Error {
			t.rest.Severity = Error
		}
		return &Diagnostic{Severity: s, Code: code, Pos: pos}
	}
	d := &Diagnostic{Severity: s, Code: code, Pos: pos, Message: message(format, args)}
	c.listed = append(c.listed, d)
	return d
}

// Errorf adds an error, as [Collector.Reportf] does.
func (c *Collector) Errorf(code string, pos Pos, format string, args ...any) *Diagnostic {
	return c.Reportf(Error, code, pos, format, args...)
}

// Warnf adds a warning, as [Collector.Reportf] does.
func (c *Collector) Warnf(code string, pos Pos, format string, args ...any) *Diagnostic {
	return c.Reportf(Warning, code, pos, format, args...)
}

// Add adds diagnostics of another list: all of them.
func (c *Collector) Add(list List) {
	for i := range list {
		d := list[i]
		c.listed = append(c.listed, &d)
		c.errors = c.errors || d.Severity == Error
	}
}

// HasErrors reports whether an error was added.
func (c *Collector) HasErrors() bool { return c.errors }

// List returns the diagnostics, and for each code of which some are not listed one more that says how many.
func (c *Collector) List() List {
	var list List
	for _, d := range c.listed {
		list = append(list, *d)
	}
	for _, code := range slices.Sorted(maps.Keys(c.of)) {
		if t := c.of[code]; t.rest != nil {
			d := *t.rest
			d.Message = message("%d more like this follow, which are not listed", []any{t.found - c.most})
			d.Note("mend those before it, and check again")
			list = append(list, d)
		}
	}
	return list
}
