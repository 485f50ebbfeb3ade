package diag

import (
	"strings"
	"testing"
)

// A collector lists as many diagnostics of a code as it may, and says how many others there are: as an error where one of those is.
func TestCollector(t *testing.T) {
	src := &Source{Name: "a.md", Text: []byte(strings.Repeat("word ", 24))} // two lines
	c := CollectorOf(src, nil)
	for i := range 60 {
		c.Warnf("many", Pos{Source: src, Offset: i}, "the %dth", i).Note("mend it")
		if i == 30 {
			c.Errorf("few", Pos{Source: src, Offset: i}, "broken")
		}
	}
	if !c.HasErrors() {
		t.Error("it has no errors")
	}
	list := c.List()
	if errors, warnings := list.Count(); errors != 1 || warnings != fewest+2+1 {
		t.Errorf("%d errors and %d warnings", errors, warnings)
	}
	last := list[len(list)-1]
	if last.Code != "many" || last.Pos.Offset != fewest+2 || last.Message != "8 more like this are not listed" || len(last.Notes) != 1 {
		t.Errorf("%+v", last)
	}
	for i := range 60 {
		c.Errorf("many", Pos{Source: src, Offset: i}, "the %dth", i)
	}
	if list = c.List(); list[len(list)-1].Severity != Error {
		t.Error("errors that are not listed stop nothing")
	}
	c = NewCollector(0)
	d := c.Warnf("first", Pos{Source: src}, "it")
	for i := range 40 {
		c.Warnf("more", Pos{Source: src, Offset: i}, "it")
	}
	if d.Note("added later"); len(c.List()[0].Notes) != 1 {
		t.Error("a diagnostic moves while others are added")
	}
}
