package font

import (
	"slices"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Reach tells which glyphs may stand beside each other so that no rule of the font joins them: neither does another glyph take the place
// of one for its neighbours, nor does anything but the distance of two glyphs depend on what stands beside them. Where that is so of
// every two neighbours in a text, a shaper sets each glyph as it sets it before the one that follows, in a text of these two
// (OpenType 1.9.1, "GSUB" and "GPOS", the types of lookups).
type Reach struct {
	gdef  *tables.GDEF
	rules []func(a, b tables.GlyphID) bool // each reports whether it may join two glyphs
}

// alwaysOn are the features of text from the left to the right that HarfBuzz applies unless it is told not to.
var alwaysOn = []string{"rvrn", "ltra", "ltrm", "rand", "Harf", "HARF", "Buzz", "BUZZ", "abvm", "blwm", "ccmp", "locl", "mark", "mkmk", "rlig",
	"calt", "clig", "curs", "dist", "kern", "liga", "rclt"}

// Reach returns the reach of the rules that apply in text from the left to the right with some features; nil where anything may reach
// anything, as in fonts whose kerning is not OpenType's, or whose rules vary.
func (f *Font) Reach(features Features) *Reach {
	p := f.Parsed
	if p.Morx != nil || p.Kerx != nil || p.Kern != nil || !p.Trak.IsEmpty() || len(p.GSUB.FeatureVariations)+len(p.GPOS.FeatureVariations) > 0 {
		return nil
	}
	on := slices.Clone(alwaysOn)
	for _, t := range Tags {
		if features&t.Feature != 0 && t.Value != 0 {
			on = append(on, t.Tag)
		}
	}
	r := &Reach{gdef: &p.GDEF}
	for _, i := range lookupsOf(&p.GSUB.Layout, on) {
		if int(i) >= len(p.GSUB.Lookups) {
			return nil
		}
		l := &p.GSUB.Lookups[i]
		for _, table := range l.Subtables {
			r.add(l.Flag, table.Cov(), substitution(table))
		}
	}
	for _, i := range lookupsOf(&p.GPOS.Layout, on) {
		if int(i) >= len(p.GPOS.Lookups) {
			return nil
		}
		l := &p.GPOS.Lookups[i]
		for _, table := range l.Subtables {
			r.add(l.Flag, table.Cov(), positioning(table))
		}
	}
	return r
}

// lookupsOf returns the lookups of features, for whatever script and language, and of those that a language requires.
func lookupsOf(l *font.Layout, on []string) (lookups []uint16) {
	required := map[uint16]bool{}
	for _, s := range l.Scripts {
		if s.DefaultLangSys != nil {
			required[s.DefaultLangSys.RequiredFeatureIndex] = true
		}
		for _, of := range s.LangSys {
			required[of.RequiredFeatureIndex] = true
		}
	}
	for i, f := range l.Features {
		if required[uint16(i)] || slices.ContainsFunc(on, func(tag string) bool { return f.Tag == ot.MustNewTag(tag) }) {
			lookups = append(lookups, f.LookupListIndices...)
		}
	}
	slices.Sort(lookups)
	return slices.Compact(lookups)
}

// Joins reports whether a rule may join two glyphs, b after a.
func (r *Reach) Joins(a, b uint16) bool {
	const mark = 3 // GDEF's class of glyphs that stand on others
	first, second := tables.GlyphID(a), tables.GlyphID(b)
	for _, g := range []tables.GlyphID{first, second} {
		if r.gdef.GlyphClassDef != nil {
			if class, ok := r.gdef.GlyphClassDef.Class(g); ok && class == mark {
				return true
			}
		}
	}
	return slices.ContainsFunc(r.rules, func(joins func(a, b tables.GlyphID) bool) bool { return joins(first, second) })
}

// add adds the rule of a lookup's table, if it has one. A lookup that passes over letters or ligatures may join what is far apart.
func (r *Reach) add(flag uint16, covered tables.Coverage, joins func(a, b tables.GlyphID) bool) {
	const passesOver = 2 | 4 // base glyphs, ligatures
	if joins == nil {
		return
	}
	if flag&passesOver != 0 {
		joins = touches(covered)
	}
	r.rules = append(r.rules, joins)
}

// touches returns the rule of a table that may join any glyph of its coverage with any other.
func touches(covered tables.Coverage) func(a, b tables.GlyphID) bool {
	return func(a, b tables.GlyphID) bool { return within(covered, a) || within(covered, b) }
}

func within(covered tables.Coverage, g tables.GlyphID) bool {
	_, ok := covered.Index(g)
	return ok
}

// substitution returns the rule of a table of GSUB; nil where it replaces each glyph for itself.
func substitution(table tables.GSUBLookup) func(a, b tables.GlyphID) bool {
	switch t := table.(type) {
	case tables.SingleSubs, tables.MultipleSubs, tables.AlternateSubs:
		return nil
	case tables.LigatureSubs:
		return func(a, b tables.GlyphID) bool {
			i, ok := t.Coverage.Index(a)
			return ok && i < len(t.LigatureSets) && slices.ContainsFunc(t.LigatureSets[i].Ligatures, func(l tables.Ligature) bool {
				return len(l.ComponentGlyphIDs) == 0 || l.ComponentGlyphIDs[0] == b
			})
		}
	case tables.ContextualSubs:
		if c, ok := t.Data.(tables.ContextualSubs3); ok {
			return inContext(nil, c.Coverages, nil)
		}
	case tables.ChainedContextualSubs:
		if c, ok := t.Data.(tables.ChainedContextualSubs3); ok {
			return inContext(c.BacktrackCoverages, c.InputCoverages, c.LookaheadCoverages)
		}
	}
	return touches(table.Cov())
}

// positioning returns the rule of a table of GPOS; nil where it moves each glyph for itself, or by what follows.
func positioning(table tables.GPOSLookup) func(a, b tables.GlyphID) bool {
	switch t := table.(type) {
	case tables.SinglePos:
		return nil
	case tables.PairPos:
		switch p := t.Data.(type) { // a table that also moves the second glyph of a pair passes over the pair that this begins
		case tables.PairPosData1:
			if p.ValueFormat2 == 0 {
				return nil
			}
		case tables.PairPosData2:
			if p.ValueFormat2 == 0 {
				return nil
			}
		}
	case tables.ContextualPos:
		if c, ok := t.Data.(tables.ContextualPos3); ok {
			return inContext(nil, c.Coverages, nil)
		}
	case tables.ChainedContextualPos:
		if c, ok := t.Data.(tables.ChainedContextualPos3); ok {
			return inContext(c.BacktrackCoverages, c.InputCoverages, c.LookaheadCoverages)
		}
	}
	return touches(table.Cov())
}

// inContext returns a rule that applies to glyphs of a sequence between others. It applies only where the first two of its glyphs that
// follow each other do, so that no other two need be looked at.
func inContext(before, input, after []tables.Coverage) func(a, b tables.GlyphID) bool {
	follow := slices.Concat(input, after)
	switch {
	case len(input) == 0:
		return nil
	case len(follow) > 1:
		return func(a, b tables.GlyphID) bool { return within(follow[0], a) && within(follow[1], b) }
	case len(before) > 0:
		return func(a, b tables.GlyphID) bool { return within(before[0], a) && within(follow[0], b) }
	}
	return touches(input[0])
}
