package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// bill is a bill of materials in the JSON of CycloneDX, as far as it is put together here.
type bill struct {
	Schema       string           `json:"$schema,omitempty"`
	BOMFormat    string           `json:"bomFormat"`
	SpecVersion  string           `json:"specVersion"`
	SerialNumber string           `json:"serialNumber"`
	Version      int              `json:"version"`
	Metadata     map[string]any   `json:"metadata"`
	Components   []map[string]any `json:"components"`
	Dependencies []dependency     `json:"dependencies"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}

// billOfMaterials writes what the programs are made of. cyclonedx-gomod lists the modules of each system's; added to these are the fonts,
// the data and the packages of the studio's page, of which Go knows nothing. The serial number, which the format wants to be a UUID, is
// made of the content.
func (r *release) billOfMaterials(ctx context.Context, licences works) error {
	var all *bill
	for _, t := range r.targets {
		one, err := r.modulesOf(ctx, t)
		if err != nil {
			return err
		}
		if all == nil {
			all = one
		} else {
			all.add(one)
		}
	}
	all.describe(r)
	all.addWorks(licences)
	for _, d := range all.Dependencies {
		slices.Sort(d.DependsOn)
	}
	slices.SortFunc(all.Components, func(a, b map[string]any) int { return strings.Compare(ref(a), ref(b)) })
	slices.SortFunc(all.Dependencies, func(a, b dependency) int { return strings.Compare(a.Ref, b.Ref) })
	text, err := all.encode()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // RFC 9562, version 8
	all.SerialNumber = fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
	if text, err = all.encode(); err != nil {
		return err
	}
	return r.write("octavo_"+r.number()+".cdx.json", text)
}

// modulesOf asks cyclonedx-gomod for the modules of a target's program.
func (r *release) modulesOf(ctx context.Context, t target) (*bill, error) {
	program, err := r.program(ctx, t)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, r.tool("cyclonedx-gomod"), "bin", "-json", "-std", "-licenses", "-assert-licenses", "-short-purls",
		"-noserial", "-notimestamp", "-output-version", "1.6", "-version", r.version, program)
	cmd.Dir = r.source
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("cyclonedx-gomod for %v: %w: %s", t, err, errs.Bytes())
	}
	var b bill
	if err := json.Unmarshal(out, &b); err != nil {
		return nil, fmt.Errorf("cyclonedx-gomod for %v: %w", t, err)
	}
	return &b, nil
}

func ref(component map[string]any) string {
	s, _ := component["bom-ref"].(string)
	return s
}

// add adds the components and dependencies that b lacks.
func (b *bill) add(other *bill) {
	for _, c := range other.Components {
		if !slices.ContainsFunc(b.Components, func(have map[string]any) bool { return ref(have) == ref(c) }) {
			b.Components = append(b.Components, c)
		}
	}
	for _, d := range other.Dependencies {
		i := slices.IndexFunc(b.Dependencies, func(have dependency) bool { return have.Ref == d.Ref })
		if i < 0 {
			b.Dependencies = append(b.Dependencies, d)
			continue
		}
		have := &b.Dependencies[i]
		have.DependsOn = append(have.DependsOn, d.DependsOn...)
		slices.Sort(have.DependsOn)
		have.DependsOn = slices.Compact(have.DependsOn)
	}
}

// addWorks adds what is no module of Go, and says of the modules what has been found of their licences.
func (b *bill) addWorks(all works) {
	program, _ := b.Metadata["component"].(map[string]any)
	for _, w := range all {
		licences := []any{map[string]any{"expression": w.spdx}}
		if i := slices.IndexFunc(b.Components, func(c map[string]any) bool { return c["name"] == w.name || w.kind == "go" && c["name"] == "std" }); i >= 0 {
			b.Components[i]["licenses"] = licences
			continue
		}
		c := map[string]any{"type": "library", "bom-ref": w.purl, "name": w.name, "licenses": licences}
		if w.purl == "" {
			c["type"], c["bom-ref"], c["description"] = "data", "octavo:"+w.kind+"/"+strings.ReplaceAll(w.name, " ", "-"), w.kind
		} else {
			c["purl"], c["version"] = w.purl, w.version
		}
		b.Components = append(b.Components, c)
		for i := range b.Dependencies {
			if b.Dependencies[i].Ref == ref(program) {
				b.Dependencies[i].DependsOn = append(b.Dependencies[i].DependsOn, ref(c))
			}
		}
	}
}

// describe says of the bill what is true of it whichever systems its programs are for, and whichever machine it is made on.
func (b *bill) describe(r *release) {
	b.Metadata["timestamp"] = r.time.Format(time.RFC3339)
	delete(b.Metadata, "properties")
	tools, _ := b.Metadata["tools"].([]any)
	for _, tool := range tools {
		if t, ok := tool.(map[string]any); ok {
			delete(t, "hashes")
		}
	}
	if program, ok := b.Metadata["component"].(map[string]any); ok {
		program["licenses"] = []any{map[string]any{"license": map[string]any{"id": "MIT"}}}
		program["externalReferences"] = []any{map[string]any{"type": "website", "url": r.url}}
	}
}

func (b *bill) encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(b)
	return out.Bytes(), err
}
