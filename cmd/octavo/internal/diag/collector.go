package diag

import (
	"maps"
	"slices"
)

// Collector collects diagnostics, up to a number of each code. A megabyte of text may be one mistake made a hundred thousand times: nobody reads
// them all, and each that is listed takes half a kilobyte.
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

const (
	fewest  = 50 // diagnostics of a code that are listed of any text
	perLine = 60 // bytes of text, for each of which one more is listed
)

// NewCollector returns a collector for a text of so many lines: of each code it lists 50 diagnostics, and one more for each line.
func NewCollector(lines int) *Collector {
	return &Collector{most: fewest + lines, of: map[string]*tally{}}
}

// CollectorOf returns a collector for sources. Their lines are counted as they would be in print, of 60 bytes each.
func CollectorOf(sources ...*Source) *Collector {
	size := 0
	for _, s := range sources {
		if s != nil {
			size += len(s.Text)
		}
	}
	return NewCollector(size / perLine)
}

// Reportf adds a diagnostic. Where there are too many of its code already, it only counts it, and the one that it returns is not listed.
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

// List returns the diagnostics, and one more for each code of which some are not listed, with their number.
func (c *Collector) List() List {
	var list List
	for _, d := range c.listed {
		list = append(list, *d)
	}
	for _, code := range slices.Sorted(maps.Keys(c.of)) {
		if t := c.of[code]; t.rest != nil {
			d := *t.rest
			d.Message = message("%d more like this are not listed", []any{t.found - c.most})
			d.Note("mend the ones that are listed, and check again")
			list = append(list, d)
		}
	}
	return list
}
