package preflight

import (
	"encoding/xml"
	"fmt"
)

func testTagged(s *subject) verdict {
	t := s.readStructure()
	switch {
	case !t.marked || t.elements == 0:
		return failed(where{}, "none", "let the maker of the file write a structure: build with --profile screen")
	case t.headings == 0:
		return advised(where{}, fmt.Sprintf("%d elements, but no heading", t.elements),
			"mark the headings: readers jump from one to the next")
	}
	x, _ := s.xmp()
	if part := x[xml.Name{Space: nsUA, Local: "part"}]; part != "1" && part != "2" {
		return advised(where{}, fmt.Sprintf("%d elements, but the metadata does not name PDF/UA", t.elements),
			"if the file keeps PDF/UA-1, the metadata should say pdfuaid:part 1")
	}
	return passed("%d elements", t.elements)
}

func testContentTagged(s *subject) verdict {
	if s.untagged.any() {
		return failed(s.untagged, "not all of it on "+s.on(s.untagged),
			"mark everything on the page as part of an element or as an artifact")
	}
	return passed("all of it")
}

func testLinksTagged(s *subject) verdict {
	if s.homeless.any() {
		return failed(s.homeless, "not all of them on "+s.on(s.homeless),
			"give every annotation a StructParent, and the structure a reference to it")
	}
	return passed("all of them")
}

func testLanguage(s *subject) verdict {
	if lang, ok := s.file.Text(s.catalog["Lang"]); ok && lang != "" {
		return passed("%s", clean(lang))
	}
	return failed(where{}, "not named", `write Lang into the catalog: book.toml names it as language = "en-US"`)
}

func testTitle(s *subject) verdict {
	x, _ := s.xmp()
	title := s.info("Title")
	if title == "" {
		title = x[xml.Name{Space: nsDC, Local: "title"}]
	}
	switch {
	case title == "":
		return failed(where{}, "none", "give the file a title in its metadata")
	case !s.file.Bool(s.file.Dict(s.catalog["ViewerPreferences"])["DisplayDocTitle"]):
		return failed(where{}, "the file's name stands there", "write DisplayDocTitle true into the viewer preferences")
	}
	return passed("“%s”", clean(title))
}

func testPageLabels(s *subject) verdict {
	d := s.file.Dict(s.catalog["PageLabels"])
	if d["Nums"] == nil && d["Kids"] == nil {
		return failed(where{}, "none", "write PageLabels, so that page iv of the book is page iv on the screen")
	}
	return passed("yes")
}

func testAltText(s *subject) verdict {
	t := s.readStructure()
	switch {
	case t.mute > 0:
		at := ""
		if t.silent.any() {
			at = " on " + s.on(t.silent)
		}
		return failed(t.silent, fmt.Sprintf("%d of %d without%s", t.mute, t.figures, at),
			"write what the picture shows: ![what it shows](picture.png)")
	case t.figures == 0:
		return passed("there are no pictures in the structure")
	}
	return passed("all %d", t.figures)
}
