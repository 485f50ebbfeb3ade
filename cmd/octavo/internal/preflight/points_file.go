package preflight

import (
	"encoding/xml"
	"fmt"
	"sort"
	"strings"

	"octavo/cmd/octavo/internal/cos"
)

func testEncryption(s *subject) verdict {
	if s.file.Encrypted {
		return failed(where{}, "there is, and most of the file cannot be tested",
			"save it without a password and without restrictions, and test it again")
	}
	return passed("none")
}

func testSound(s *subject) verdict {
	damage := append(s.file.Damage(), s.broken...)
	switch {
	case len(s.pages) == 0:
		return failed(where{}, "the file has no pages", "make it again: it may have been cut off")
	case len(damage) > 0:
		return failed(where{}, harmless(damage[0].Error())+more(len(damage)-1),
			"make the file again: it was damaged on its way, or its maker is at fault")
	}
	return passed("%d, and all that were needed can be read", s.file.Size())
}

func more(n int) string {
	if n < 1 {
		return ""
	}
	return fmt.Sprintf(", and %d more", n)
}

// harmless returns a message that quotes the file, made safe for a terminal.
func harmless(s string) string {
	if r := []rune(s); len(r) > 160 {
		s = string(r[:160]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 {
			return '?'
		}
		return r
	}, s)
}

func testFileSize(s *subject) verdict {
	size := fmt.Sprintf("%.1f MB", float64(s.size)/1e6)
	limit := s.printer.Megabytes
	if most := limit.Most * 1_000_000; most > 0 && s.size > most {
		return s.limited(limit.Fact, where{}, size,
			fmt.Sprintf("the printer takes at most %d MB: give the pictures fewer pixels",
				limit.Most))
	}
	return passed("%s", size)
}

func testVersion(s *subject) verdict {
	v := s.version
	found := "PDF " + clean(v)
	switch {
	case !later(v, "0.9"):
		return failed(where{}, "the header names no version", "make the file again with a version in its first line")
	case s.profile == Ingram && (later(v, "1.3") || s.file.XrefStreams || s.file.ObjectStreams):
		if !later(v, "1.3") {
			found += ", but with the object streams of PDF 1.5"
		}
		return failed(where{}, found, "PDF/X-1a:2001 is PDF 1.3: build with --profile ingram, or save the file as PDF/X-1a:2001")
	case s.profile == Cards && (later(v, "1.4") || s.file.XrefStreams || s.file.ObjectStreams):
		return failed(where{}, found, "PDF/X-1a:2003 is PDF 1.4 or older, without object streams: "+Cards.remake())
	case s.profile == X4 && later(v, "1.6"):
		return failed(where{}, found, "PDF/X-4 is PDF 1.6 or older: build with --profile x4, or save the file as PDF/X-4")
	case later(v, "1.7"):
		return advised(where{}, found, "few programs know this version: save the file as PDF 1.7 or older")
	}
	return passed("%s", found)
}

func testCompression(s *subject) verdict {
	late := map[cos.Name]bool{}
	var at []where
	for _, x := range s.pictures {
		for _, f := range x.filters {
			switch f {
			case "LZWDecode", "JPXDecode", "JBIG2Decode":
				late[f] = true
				at = append(at, x.used)
			}
		}
	}
	if len(late) > 0 {
		var names []string
		for n := range late {
			names = append(names, strings.TrimSuffix(string(n), "Decode"))
		}
		sort.Strings(names)
		w := join(at...)
		return failed(w, fmt.Sprintf("%s on %s", listed(names), s.on(w)),
			"PDF/X-1a takes neither LZW nor what came after PDF 1.3: save the pictures with Flate or JPEG")
	}
	return passed("nothing later than PDF 1.3")
}

func testBookmarks(s *subject) verdict {
	f := s.file
	outlines := f.Dict(s.catalog["Outlines"])
	has := outlines["First"] != nil
	switch {
	case s.profile == Screen && !has && len(s.pages) > 20:
		return advised(where{}, "none", "a book on a screen is found by its bookmarks: let the maker write an outline")
	case s.profile == KDP && has:
		return failed(where{}, "yes", "a printed book has none: build with --profile kdp, or delete the outline")
	case s.profile != Screen && has:
		return advised(where{}, "yes", "a printed book has none: delete the outline")
	case has:
		return passed("yes")
	}
	return passed("none")
}

func testActions(s *subject) verdict {
	what, w := s.collected(s.actions)
	if len(what) == 0 {
		return passed("none")
	}
	return failed(w, fmt.Sprintf("%s (%s)", listed(what), s.on(w)), "save the file without scripts, actions and forms")
}

// collected returns the sorted names of what was found, and its pages.
func (s *subject) collected(found map[string]*where) (names []string, w where) {
	var all []where
	for name, at := range found {
		names = append(names, name)
		all = append(all, *at)
	}
	sort.Strings(names)
	return names, join(all...)
}

func testAttachments(s *subject) verdict {
	f := s.file
	has := f.Dict(s.catalog["Names"])["EmbeddedFiles"] != nil || len(f.Array(s.catalog["AF"])) > 0
	var w where
	if at := s.annotations["FileAttachment"]; at != nil {
		has, w = true, *at
	}
	switch {
	case !has:
		return passed("none")
	case s.profile == Screen:
		return advised(w, "yes", "readers do not expect them: save the file without")
	}
	return failed(w, "yes", "a printer takes one file with nothing in it but pages: save it without")
}

func testLayers(s *subject) verdict {
	has := len(s.file.Array(s.file.Dict(s.catalog["OCProperties"])["OCGs"])) > 0
	switch {
	case !has:
		return passed("none")
	case s.profile != X4 && s.profile != Screen:
		return failed(where{}, "yes", "flatten the layers: what is switched off could be printed")
	}
	return advised(where{}, "yes", "flatten the layers: what one reader shows another may hide")
}

func testPostScript(s *subject) verdict {
	if s.postscript.any() {
		return failed(s.postscript, "PostScript on "+s.on(s.postscript),
			"make the file again without PostScript pieces")
	}
	return passed("none")
}

func testStandard(s *subject) verdict {
	if s.profile == X4 {
		x, _ := s.xmp()
		got := x[xml.Name{Space: nsX, Local: "GTS_PDFXVersion"}]
		if got == "PDF/X-4" {
			return passed("PDF/X-4")
		}
		return failed(where{}, saysOf(got), `the metadata must say pdfxid:GTS_PDFXVersion "PDF/X-4": build with --profile x4`)
	}
	version, conformance := s.info("GTS_PDFXVersion"), s.info("GTS_PDFXConformance")
	if s.profile == Cards {
		if version == "PDF/X-1a:2003" {
			return passed("%s", version)
		}
		return failed(where{}, saysOf(version), `Info must say GTS_PDFXVersion "PDF/X-1a:2003": `+Cards.remake())
	}
	switch {
	case version == "PDF/X-1:2001" && conformance == "PDF/X-1a:2001", version == "PDF/X-3:2002":
		return passed("%s", strings.TrimSpace(version+" "+conformance))
	}
	return failed(where{}, saysOf(strings.TrimSpace(version+" "+conformance)),
		`Info must say GTS_PDFXVersion "PDF/X-1:2001" and GTS_PDFXConformance "PDF/X-1a:2001": build with --profile ingram`)
}

func saysOf(s string) string {
	if s == "" {
		return "not named"
	}
	return clean(s)
}

func testOutputIntent(s *subject) verdict {
	f := s.file
	var intents []cos.Dict
	for _, v := range f.Array(s.catalog["OutputIntents"]) {
		if d := f.Dict(v); f.Name(d["S"]) == "GTS_PDFX" {
			intents = append(intents, d)
		}
	}
	if len(intents) == 0 {
		return failed(where{}, "none", "PDF/X needs an output intent that names the press: "+s.profile.remake())
	}
	if len(intents) > 1 {
		return failed(where{}, fmt.Sprintf("%d of them", len(intents)),
			"PDF/X takes one output intent: delete the others")
	}
	d := intents[0]
	id, _ := f.Text(d["OutputConditionIdentifier"])
	registry, _ := f.Text(d["RegistryName"])
	profile := f.Stream(d["DestOutputProfile"])
	switch {
	case id == "":
		return failed(where{}, "without the name of a press",
			"write the press's registered name as OutputConditionIdentifier")
	case profile == nil && s.profile == X4:
		return failed(where{}, clean(id)+", without its ICC profile",
			"PDF/X-4 needs the profile in the file as DestOutputProfile")
	case profile == nil && registry == "":
		return failed(where{}, clean(id)+", of no registry and without an ICC profile",
			`name the registry as RegistryName, "http://www.color.org", or put the profile in`)
	}
	if profile != nil {
		if n, _ := f.Number(profile.Dict["N"]); n != 4 && n != 1 {
			return failed(where{}, clean(id)+", whose ICC profile is not of a press",
				"a press prints in CMYK or grey: take such a profile")
		}
	}
	return passed("%s", clean(id))
}

func testTrapped(s *subject) verdict {
	got := s.info("Trapped")
	if got == "" && s.profile == X4 {
		x, _ := s.xmp()
		got = x[xml.Name{Space: nsPDF, Local: "Trapped"}]
	}
	switch got {
	case "True", "False":
		return passed("%s", got)
	}
	return failed(where{}, saysOf(got), "Info must say Trapped /True or /False")
}

func testInfo(s *subject) verdict {
	var missing []string
	for _, key := range []cos.Name{"Title", "CreationDate", "ModDate"} {
		v := s.info(key)
		if _, ok := pdfDate(v); v == "" || key != "Title" && !ok {
			missing = append(missing, string(key))
		}
	}
	if len(missing) > 0 {
		return failed(where{}, "without a good "+listed(missing),
			"write it into Info: give the book a title and a date in book.toml")
	}
	return passed("“%s”", clean(s.info("Title")))
}

func testFileID(s *subject) verdict {
	a := s.file.Array(s.file.Trailer["ID"])
	if len(a) == 2 {
		first, ok1 := s.file.Resolve(a[0]).(cos.String)
		second, ok2 := s.file.Resolve(a[1]).(cos.String)
		if ok1 && ok2 && first != "" && second != "" {
			return passed("%x", clipBytes(string(first)))
		}
	}
	return failed(where{}, "none", "PDF/X needs ID in the trailer: make the file again with a maker that writes it")
}

func clipBytes(s string) string { return s[:min(len(s), 16)] }

func testXMP(s *subject) verdict {
	strict := failed
	if s.profile == KDP {
		strict = advised
	}
	x, err := s.xmp()
	switch {
	case err != nil:
		return strict(where{}, "the XMP packet cannot be read: "+harmless(err.Error()),
			"make the file again with sound metadata")
	case x == nil && (s.profile == X4 || s.profile == Screen):
		return failed(where{}, "there is no XMP packet", "let the maker of the file write its metadata as XMP")
	case x == nil:
		return passed("there is no XMP to differ")
	}
	var differ []string
	for _, pair := range []struct {
		key  cos.Name
		name xml.Name
		date bool
	}{
		{"Title", xml.Name{Space: nsDC, Local: "title"}, false},
		{"Producer", xml.Name{Space: nsPDF, Local: "Producer"}, false},
		{"Creator", xml.Name{Space: nsXMP, Local: "CreatorTool"}, false},
		{"Keywords", xml.Name{Space: nsPDF, Local: "Keywords"}, false},
		{"Trapped", xml.Name{Space: nsPDF, Local: "Trapped"}, false},
		{"GTS_PDFXVersion", xml.Name{Space: nsX, Local: "GTS_PDFXVersion"}, false},
		{"CreationDate", xml.Name{Space: nsXMP, Local: "CreateDate"}, true},
		{"ModDate", xml.Name{Space: nsXMP, Local: "ModifyDate"}, true},
	} {
		a, b := s.info(pair.key), x[pair.name]
		same := strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
		if pair.date {
			at, ok1 := pdfDate(a)
			bt, ok2 := xmpDate(b)
			same = ok1 && ok2 && at.Equal(bt)
		}
		if a != "" && b != "" && !same {
			differ = append(differ, string(pair.key))
		}
	}
	if len(differ) > 0 {
		return strict(where{}, "Info and XMP differ in "+listed(differ),
			"make the file again; if it was edited, with a tool that changes both")
	}
	return passed("they agree")
}
