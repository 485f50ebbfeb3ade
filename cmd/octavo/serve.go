package main

import (
	"os/exec"
	"runtime"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/studio"
)

func serveCommand() *cobra.Command {
	var o studio.Options
	var open bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the book in a browser while it is being written",
		Long: `serve opens the studio: the book in the browser, as it will be printed, on cards and on
e-readers. Files that change are shown at once. It prints the address to open.

Only programs of this computer can reach the studio, and only those who know the
address. It runs until you press Ctrl-C.`,
		Example: `  octavo serve --open           open the studio in the browser
  octavo serve -C ~/books/mine  show a book in another folder
  octavo serve --port 4000      use a port of your own`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Port < 0 || o.Port > 65535 {
				return usagef(cmd, "--port takes 1 to 65535, not %d", o.Port)
			}
			return serveBook(cmd, bookDir(cmd), o, open)
		},
	}
	cmd.Flags().IntVar(&o.Port, "port", 0, "listen on this `port` (default any that is free)")
	cmd.Flags().BoolVar(&open, "open", false, "open the studio in the browser")
	cmd.Flags().StringVar(&o.Editor, "editor", "", "open places in this `editor`: vscode, zed, sublime, jetbrains, vim, or a command")
	return cmd
}

// serveBook opens the studio for the book in a folder, until the context of the command ends.
func serveBook(cmd *cobra.Command, dir string, o studio.Options, open bool) error {
	o.Say = func(message string) { diag.Fprintf(cmd.ErrOrStderr(), "octavo: %s\n", message) }
	return studio.New(dir, o).Serve(cmd.Context(), func(address string) {
		diag.Fprintf(cmd.OutOrStdout(), "the studio is open at\n\n  %s\n\npress Ctrl-C to end it\n", address)
		if open {
			openBrowser(cmd, address)
		}
	})
}

// serveOpen is octavo serve --open for the book in a folder.
func serveOpen(cmd *cobra.Command, dir string) error {
	return serveBook(cmd, dir, studio.Options{}, true)
}

// openBrowser opens an address in the system's browser. Where there is none, the address has been printed.
func openBrowser(cmd *cobra.Command, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(name, args...).Start(); err != nil {
		diag.Fprintf(cmd.ErrOrStderr(), "octavo: cannot open a browser: %v; open the address yourself\n", err)
	}
}
