"""How the set-up finds which packages a private engine needs."""

import sys
from pathlib import Path

import pytest

from setup.elf import needed, needed_by
from setup.engine import (
    choose,
    close_to_host_names,
    library_folder,
    missing_libraries,
    modules_loaded,
    package_name,
)

ROOT = Path(__file__).parents[2]


def test_a_binary_says_which_libraries_it_asks_for() -> None:
    # The interpreter of this very test: linked with the C library at least, whatever built it.
    assert "libc.so.6" in needed_by(Path(sys.executable).resolve())


@pytest.mark.parametrize("content", [b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01" + bytes(60)])
def test_what_is_no_64_bit_binary_asks_for_nothing(content: bytes) -> None:
    assert needed(content) == []


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libssl.so.3", "libssl3"),
        ("libsrtp2.so.1", "libsrtp2-1"),
        ("libgcc_s.so.1", "libgcc-s1"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libnss3.so", "libnss3"),
    ],
)
def test_debian_names_a_library_package_after_its_soname(soname: str, package: str) -> None:
    assert package_name(soname) == package


def test_a_package_renamed_for_64_bit_time_is_found_and_a_longer_version_will_do() -> None:
    available = {"libssl3t64", "libxslt1.1", "libxml2-16", "libpq5"}
    assert choose({"libssl.so.3", "libxslt.so.1", "libxml2.so.16"}, available) == available - {"libpq5"}


def test_a_library_that_no_package_is_named_after_is_not_guessed() -> None:
    assert choose({"libplc4.so"}, {"libnspr4", "libc6"}) == set()


def test_libraries_of_libraries_are_asked_for_too(tmp_path: Path) -> None:
    # A tree with one real binary in the engine's place and none of its libraries.
    (tmp_path / "usr/sbin").mkdir(parents=True)
    library_folder(tmp_path).mkdir(parents=True)
    (tmp_path / "usr/sbin/asterisk").write_bytes(Path(sys.executable).resolve().read_bytes())
    assert "libc.so.6" in missing_libraries(tmp_path, [])
    (library_folder(tmp_path) / "libc.so.6").touch()
    assert "libc.so.6" not in missing_libraries(tmp_path, [])


def test_the_module_list_is_the_one_the_engine_reads() -> None:
    modules = modules_loaded(ROOT / "src/tierline/asterisk/etc/modules.conf")
    assert "res_ari_channels.so" in modules
    assert len(modules) == len(set(modules))


def test_the_hosts_name_plugins_are_kept_out(tmp_path: Path) -> None:
    library_folder(tmp_path).mkdir(parents=True)
    nsswitch = tmp_path / "nsswitch.conf"
    nsswitch.write_text(
        "passwd: files systemd\nhosts: files mdns4_minimal [NOTFOUND=return] dns # as Debian has it\n"
    )
    close_to_host_names(tmp_path, nsswitch)
    kept_out = {p.name for p in library_folder(tmp_path).iterdir()}
    assert {"libnss_systemd.so.2", "libnss_mdns4_minimal.so.2"} <= kept_out
    assert all("=" not in name for name in kept_out)
