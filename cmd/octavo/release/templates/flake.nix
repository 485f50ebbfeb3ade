{
  description = "{{.Summary}}";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.11";

  outputs =
    { self, nixpkgs }:
    let
      version = "{{.Version}}";
      archives = {
        x86_64-linux = {
          name = "{{folder "linux" "amd64"}}";
          sha256 = "{{sha256 "linux" "amd64"}}";
        };
        aarch64-linux = {
          name = "{{folder "linux" "arm64"}}";
          sha256 = "{{sha256 "linux" "arm64"}}";
        };
        x86_64-darwin = {
          name = "{{folder "darwin" "amd64"}}";
          sha256 = "{{sha256 "darwin" "amd64"}}";
        };
        aarch64-darwin = {
          name = "{{folder "darwin" "arm64"}}";
          sha256 = "{{sha256 "darwin" "arm64"}}";
        };
      };
    in
    {
      packages = builtins.mapAttrs (
        system: archive:
        let
          pkgs = nixpkgs.legacyPackages.${system};
        in
        rec {
          octavo = pkgs.stdenvNoCC.mkDerivation {
            pname = "octavo";
            inherit version;
            src = pkgs.fetchurl {
              url = "{{.URL}}/releases/download/v${version}/${archive.name}.tar.gz";
              inherit (archive) sha256;
            };
            nativeBuildInputs = [ pkgs.installShellFiles ];
            dontConfigure = true;
            dontBuild = true;
            dontStrip = true;
            installPhase = ''
              runHook preInstall
              install -Dm755 octavo $out/bin/octavo
              installManPage man/man1/*.1
              installShellCompletion --bash completions/octavo.bash
              installShellCompletion --zsh completions/_octavo
              installShellCompletion --fish completions/octavo.fish
              install -Dm644 LICENSE LICENCES.txt -t $out/share/doc/octavo
              runHook postInstall
            '';
            meta = {
              description = "{{.Summary}}";
              homepage = "{{.URL}}";
              license = pkgs.lib.licenses.mit;
              mainProgram = "octavo";
              platforms = builtins.attrNames archives;
              sourceProvenance = [ pkgs.lib.sourceTypes.binaryNativeCode ];
            };
          };
          default = octavo;
        }
      ) archives;
    };
}
