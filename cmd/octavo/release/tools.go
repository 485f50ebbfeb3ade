package main

import (
	"context"
	"fmt"
	"path/filepath"
)

// toolsModule has the exact versions of the tools of a release. It is a module file of its own, so that building octavo downloads none
// of them.
const toolsModule = "cmd/octavo/release/tools.mod"

// tool is the file of a tool: nfpm, which makes packages of Linux distributions, or cyclonedx-gomod, which lists the modules of a program.
func (r *release) tool(name string) string {
	return filepath.Join(r.work, "tools", name)
}

// buildTools compiles the tools for the system that this program runs on.
func (r *release) buildTools(ctx context.Context) error {
	r.log("compiling the tools of the release")
	cmd := r.goCommand(ctx, host(), "build", "-modfile="+toolsModule, "-trimpath", "-o", r.tool("")+string(filepath.Separator), "tool")
	if out, err := cmd.Output(); err != nil {
		return fmt.Errorf("cannot compile the tools of the release: %w: %s", err, out)
	}
	return nil
}
