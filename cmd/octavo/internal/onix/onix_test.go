package onix

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/origin"
)

// message returns a message that has everything.
func message(release Release) *Message {
	c := &config.Config{Lang: lang.English()}
	c.Book = config.Book{Title: "Salt & Water", Subtitle: "Notes", Edition: "Second edition", Language: "en-GB", Publisher: "The Press",
		Description: "What a pilot\nwrote down.", Identifier: "urn:uuid:5d1f0c52-9a3e-4b7a-8e21-6f637461766f", Date: time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC),
		Contributors: []config.Contributor{{Name: "Ada Quill", Role: "aut", FileAs: "Quill, Ada"}, {Name: "Bo Li", Role: "trl", FileAs: "Li, Bo"}, {Role: "ill"}},
		Subjects:     []string{"Sea", "Maxims"}, BISAC: []string{"BUS058000"}, Thema: []string{"KJS", "1KBB-US-NAK"},
		Series: config.Series{Name: "Notebooks", Number: 2}}
	c.Book.ISBN.Print, c.Book.ISBN.Hardcover, c.Book.ISBN.Epub = "0-306-40615-2", "979-10-90636-07-1", "978-3-16-148410-0"
	c.Print.Width, c.Print.Height = 396<<16, 612<<16
	c.Epub.Contact = "access@example.com"
	c.Trade = config.Trade{Imprint: "Tide", City: "Leith", Country: "GB", Audience: "professional", Status: config.Forthcoming,
		Supplier: "Carrier", Contact: "data@example.com", Replaces: "978-1-86197-271-2", Territory: []string{"GB", "IE"}}
	c.Trade.Price.Print = []config.Price{{Amount: "14.95", Currency: "USD"}, {Amount: "12.99", Currency: "GBP"}}
	c.Trade.Price.Epub = []config.Price{{Amount: "0", Currency: "USD"}}
	made := &origin.Report{Words: origin.Amount{Human: 90, Assisted: 8, AI: 2}, Pictures: origin.Amount{Human: 1, AI: 1}, Cover: book.AI, Translation: book.Assisted}
	return &Message{Release: release, Sent: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), Config: c, Forms: Sold(c),
		Facts: Facts{MainPages: 112, ContentPages: 118, AllPages: 124, Words: 100, Pictures: 2, Copy: "The sea, in a hundred words.", Bio: "Ada Quill pilots.", Language: "en-GB", Origin: made,
			Access: []Feature{{"00", "All of it is text."}, {"04", ""}, {"99", "access@example.com"}}}}
}

func TestMessage(t *testing.T) {
	got := message("3.1").XML()
	golden.Equal(t, "testdata/message.xml", got)
	// The releases differ in their name alone, in what is written here.
	if older := message("3.0").XML(); !bytes.Equal(bytes.ReplaceAll(older, []byte("3.0"), []byte("3.1")), bytes.ReplaceAll(got, []byte("3.0"), []byte("3.1"))) {
		t.Error("the record of 3.0 says something else")
	}
}

// order is what may stand in each composite, in the order of the standard (ONIX for Books 3.1, format specification), as far as it is
// written here.
var order = map[string]string{
	"ONIXMessage": "Header Product*", "Header": "Sender SentDateTime", "Sender": "SenderName EmailAddress",
	"Product":           "RecordReference NotificationType ProductIdentifier* DescriptiveDetail CollateralDetail PublishingDetail RelatedMaterial ProductSupply",
	"ProductIdentifier": "ProductIDType IDTypeName IDValue",
	"DescriptiveDetail": "ProductComposition ProductForm ProductFormDetail* ProductFormFeature* PrimaryContentType Measure* Collection TitleDetail " +
		"Contributor* EditionStatement Language Extent* Illustrated NumberOfIllustrations Subject* Audience",
	"ProductFormFeature": "ProductFormFeatureType ProductFormFeatureValue ProductFormFeatureDescription",
	"Measure":            "MeasureType Measurement MeasureUnitCode", "Collection": "CollectionType TitleDetail",
	"TitleDetail": "TitleType TitleElement*", "TitleElement": "TitleElementLevel PartNumber TitleText Subtitle",
	"Contributor": "SequenceNumber ContributorRole PersonName PersonNameInverted UnnamedPersons",
	"Language":    "LanguageRole LanguageCode", "Extent": "ExtentType ExtentValue ExtentUnit",
	"Subject":  "MainSubject SubjectSchemeIdentifier SubjectCode SubjectHeadingText",
	"Audience": "AudienceCodeType AudienceCodeValue", "CollateralDetail": "TextContent*", "TextContent": "TextType ContentAudience Text",
	"PublishingDetail": "Imprint Publisher CityOfPublication CountryOfPublication ProductContact PublishingStatus PublishingDate* SalesRights",
	"Imprint":          "ImprintName", "Publisher": "PublishingRole PublisherName", "ProductContact": "ProductContactRole ProductContactName EmailAddress",
	"PublishingDate": "PublishingDateRole Date", "SalesRights": "SalesRightsType Territory", "Territory": "CountriesIncluded RegionsIncluded",
	"RelatedMaterial": "RelatedProduct*", "RelatedProduct": "ProductRelationCode ProductIdentifier*",
	"ProductSupply": "SupplyDetail", "SupplyDetail": "Supplier ProductAvailability SupplyDate Price*", "SupplyDate": "SupplyDateRole Date", "Supplier": "SupplierRole SupplierName",
	"Price": "PriceType PriceAmount UnpricedItemType CurrencyCode",
}

// codes are the values of coded elements that are written here, each of them in EDItEUR's list (issue 73).
var codes = map[string]string{
	"NotificationType": "02 03", "ProductIDType": "01 02 03 15 22", "ProductComposition": "00", "ProductForm": "BB BC EA ED", "ProductFormDetail": "B502 E101 E200",
	"ProductFormFeatureType": "09 12 15", "PrimaryContentType": "10", "MeasureType": "01 02 04 05", "MeasureUnitCode": "mm", "CollectionType": "10",
	"TitleType": "01", "TitleElementLevel": "01 02", "ContributorRole": "A01 A07 A11 A12 A13 A15 A19 A23 A24 A32 A36 B01 B06 C01 E07 Z01 Z99",
	"UnnamedPersons": "09", "LanguageRole": "01", "ExtentType": "00 02 06 08 11", "ExtentUnit": "02 03", "Illustrated": "01 02",
	"SubjectSchemeIdentifier": "10 20 93", "AudienceCodeType": "01", "AudienceCodeValue": "01 02 03 04 05 06", "TextType": "03 05 12", "ContentAudience": "00",
	"PublishingRole": "01", "ProductContactRole": "01", "PublishingStatus": "02 04", "PublishingDateRole": "01", "SalesRightsType": "01",
	"ProductRelationCode": "02 03 06 13 27", "SupplierRole": "01 06", "SupplyDateRole": "08", "ProductAvailability": "10 20", "PriceType": "01 02", "UnpricedItemType": "01",
}

// TestOrder holds records against the standard: what may stand where, in which order, and which codes there are.
func TestOrder(t *testing.T) {
	plain := message("3.0")
	plain.Config.Book = config.Book{Title: "T", Identifier: "x"}
	plain.Config.Trade, plain.Config.Epub.Contact = config.Trade{}, ""
	plain.Facts, plain.Forms = Facts{}, []Form{Print, EPUB}
	for name, data := range map[string][]byte{"full": message("3.1").XML(), "plain": plain.XML(),
		"embedded": Embedded(message("3.0").Config, message("3.0").Facts, time.Now())} {
		if found := inOrder(t, data); len(found) > 0 {
			t.Errorf("%s: %s", name, strings.Join(found, "; "))
		}
	}
	if inOrder(t, []byte("<Price><CurrencyCode>USD</CurrencyCode><PriceType>01</PriceType></Price>")) == nil ||
		inOrder(t, []byte("<Price><PriceType>77</PriceType></Price>")) == nil || inOrder(t, []byte("<Price><Tax>1</Tax></Price>")) == nil {
		t.Error("this test finds nothing")
	}
}

// TestExcerpt: the record in a sampler says what it is and what it is part of, and has no number of the book as its own.
func TestExcerpt(t *testing.T) {
	m := message("3.0")
	whole := m.Config.Book
	b := &m.Config.Book
	b.ExcerptOf, b.Identifier, b.ISBN.Print, b.ISBN.Hardcover, b.ISBN.Epub = &whole, "urn:uuid:0d07d3f0-53ff-5905-949f-7a4167d4748a", "", "", ""
	data := Embedded(m.Config, m.Facts, m.Sent)
	if found := inOrder(t, data); len(found) > 0 {
		t.Errorf("not in order: %s", strings.Join(found, "; "))
	}
	own, related, _ := strings.Cut(string(data), "<RelatedMaterial>")
	for _, want := range []string{"<TitleText>Salt &amp; Water (excerpt)</TitleText>", "<IDValue>" + b.Identifier + "</IDValue>", "<RecordReference>" + b.Identifier + "<"} {
		if !strings.Contains(own, want) {
			t.Errorf("there is no %s in %s", want, own)
		}
	}
	for _, number := range []string{"9783161484100", "0306406152", whole.Identifier} {
		if strings.Contains(own, number) {
			t.Errorf("the excerpt has the number %s of the book: %s", number, own)
		}
	}
	if !strings.Contains(related, "<ProductRelationCode>02</ProductRelationCode>") || !strings.Contains(related, "9783161484100") || !strings.Contains(related, whole.Identifier) {
		t.Errorf("it is part of %s", related)
	}
}

// inOrder returns what is wrong in a document by order and codes.
func inOrder(t *testing.T, data []byte) (found []string) {
	type open struct {
		name string
		last int // the place of the last child in the order
		text string

		publisher bool // it has one
	}
	var stack []open
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if n := len(stack) - 1; n >= 0 {
				up := &stack[n]
				at := slices.IndexFunc(strings.Fields(order[up.name]), func(s string) bool { return strings.TrimSuffix(s, "*") == token.Name.Local })
				again := at >= 0 && at == up.last && !strings.HasSuffix(strings.Fields(order[up.name])[at], "*")
				if at < up.last || at < 0 || again {
					found = append(found, token.Name.Local+" in "+up.name)
				}
				up.last = at
				up.publisher = up.publisher || token.Name.Local == "Publisher"
			}
			stack = append(stack, open{name: token.Name.Local, last: -1})
		case xml.CharData:
			if len(stack) > 0 {
				stack[len(stack)-1].text += string(token)
			}
		case xml.EndElement:
			e := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if list := codes[e.name]; list != "" && !slices.Contains(strings.Fields(list), e.text) {
				found = append(found, e.name+" "+e.text)
			}
			if e.name == "PublishingDetail" && !e.publisher {
				found = append(found, "no Publisher in PublishingDetail")
			}
			if e.last < 0 && strings.TrimSpace(e.text) == "" && e.name != "MainSubject" {
				found = append(found, e.name+" is empty")
			}
		}
	}
}

// TestSchema holds messages against EDItEUR's schema, whose licence keeps it out of this repository: OCTAVO_ONIX_XSD names the folder
// with ONIX_BookProduct_3.1_reference.xsd and what that includes, from EDItEUR's own pages.
func TestSchema(t *testing.T) {
	folder := os.Getenv("OCTAVO_ONIX_XSD")
	if folder == "" {
		t.Skip("OCTAVO_ONIX_XSD names no folder with EDItEUR's schema; TestOrder holds the order and the codes that are written")
	}
	bare := message("3.1")
	bare.Config.Book = config.Book{Title: "T", Identifier: "x"}
	bare.Config.Trade, bare.Config.Epub.Contact = config.Trade{}, ""
	bare.Facts, bare.Forms = Facts{}, []Form{Print, EPUB}
	arabic := message("3.1")
	arabic.Config.Lang, _ = lang.Find("ar")
	b := &arabic.Config.Book
	b.Title, b.Subtitle, b.Language, b.Publisher, b.Identifier = "كلمات البحر", "أقوال", "ar", "دار المنارة", "https://example.org/كتاب"
	for i := range 12 {
		b.Contributors = append(b.Contributors, config.Contributor{Name: "ليلى " + itoa(i), FileAs: "منصور, ليلى", Role: []string{"aut", "edt", "pht", "cov", "nrt", "xyz"}[i%6]})
	}
	excerpt := message("3.1")
	whole := excerpt.Config.Book
	excerpt.Config.Book.ExcerptOf, excerpt.Config.Book.Identifier, excerpt.Config.Book.ISBN.Print = &whole, "urn:uuid:0d07d3f0-53ff-5905-949f-7a4167d4748a", ""
	// What is written of 3.0 is the same in 3.1; see TestMessage.
	newer := func(data []byte) []byte {
		return bytes.Replace(bytes.Replace(data, []byte(`release="3.0"`), []byte(`release="3.1"`), 1), []byte("onix/3.0/reference"), []byte("onix/3.1/reference"), 1)
	}
	dir := t.TempDir()
	args := []string{"--noout", "--nonet", "--schema", filepath.Join(folder, "ONIX_BookProduct_3.1_reference.xsd")}
	for name, data := range map[string][]byte{"full": message("3.1").XML(), "bare": bare.XML(), "arabic": arabic.XML(),
		"embedded": newer(Embedded(message("3.0").Config, message("3.0").Facts, time.Now())), "excerpt": newer(Embedded(excerpt.Config, excerpt.Facts, excerpt.Sent))} {
		file := filepath.Join(dir, name+".xml")
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("xmllint", args...).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func TestLanguageCode(t *testing.T) {
	for lang, want := range map[string]string{"en-US": "eng", "de": "ger", "fr-CA": "fre", "nl": "dut", "ar": "ara", "und": "", "pt": "por"} {
		if got := languageCode(lang); got != want {
			t.Errorf("%s is %q, want %q", lang, got, want)
		}
	}
}

func TestThirteen(t *testing.T) {
	for isbn, want := range map[string]string{"0-306-40615-2": "9780306406157", "0-8044-2957-X": "9780804429573", "978-3-16-148410-0": "9783161484100", "": ""} {
		if got := thirteen(isbn); got != want {
			t.Errorf("%s is %s, want %s", isbn, got, want)
		}
	}
}

// TestMachineRoles looks at what AI is said to have made.
func TestMachineRoles(t *testing.T) {
	for want, r := range map[string]*origin.Report{
		"":                {Words: origin.Amount{Human: 9, Assisted: 1}},
		"A01":             {Words: origin.Amount{AI: 1}},
		"A32":             {Words: origin.Amount{Human: 1, AI: 1}},
		"A12 A36 B06":     {Words: origin.Amount{Human: 1}, Pictures: origin.Amount{AI: 1}, Cover: book.AI, Translation: book.AI},
		"A32 A12 A36 B06": {Words: origin.Amount{Human: 1, AI: 1}, Pictures: origin.Amount{AI: 1}, Cover: book.AI, Translation: book.AI},
	} {
		if got := strings.Join(machineRoles(r), " "); got != want {
			t.Errorf("%+v: %s, want %s", r, got, want)
		}
	}
}
