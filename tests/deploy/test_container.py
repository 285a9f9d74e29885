"""What container file and manifests promise, against the application; its tree, run where nothing can be written."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.browser.harness import answers, free_port, wait_until
from tests.deploy.container import ROOT, command, copied, environment, instructions, said
from tests.deploy.proxy import FILE as NGINX_FILE
from tests.load.hall import noise
from tests.load.line import Line, apart
from tests.load.visitor import ask

BWRAP = shutil.which("bwrap")
ABSENT = "not run on this machine, which has no bwrap (Debian: bubblewrap) to take the rights from a program"
MANIFESTS = ROOT / "deploy" / "kubernetes.yaml"
PORT = "8501"


def test_it_is_served_by_nobody_with_rights_and_from_the_port_that_is_asked():
    assert [user.split(":")[0] for user in said("USER")] == ["10001"]
    names = [name for name, _ in instructions()]
    assert names.index("USER") > max(index for index, name in enumerate(names) if name in {"COPY", "RUN"})
    assert said("EXPOSE") == [PORT]
    assert f"--server.port={PORT}" in command(*said("CMD"))
    assert f"127.0.0.1:{PORT}/healthy" in command(*said("HEALTHCHECK"))[-1]
    assert '("/healthy", healthy)' in (ROOT / "app.py").read_text(encoding="utf-8")


def test_what_is_installed_is_what_the_requirements_say_and_without_a_cards_libraries():
    (lines,) = said("RUN")[:1]
    assert "--index-url https://download.pytorch.org/whl/cpu $(grep '^torch' requirements.txt)" in lines
    assert lines.index("whl/cpu") < lines.index("-r requirements.txt")
    (version,) = (image.split(":")[1].split("-")[0] for image in said("FROM"))
    least = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"].removeprefix(">=")
    assert [int(part) for part in version.split(".")] >= [int(part) for part in least.split(".")]


def manifests():
    return {one["kind"]: one for one in yaml.safe_load_all(MANIFESTS.read_text(encoding="utf-8"))}


def test_manifests_agree_with_the_container_file():
    pod = manifests()["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert [port["containerPort"] for port in container["ports"]] == [int(PORT)]
    assert f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" == said("USER")[0]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    probes = [container[f"{kind}Probe"]["httpGet"] for kind in ("startup", "readiness", "liveness")]
    assert probes == [{"path": "/healthy", "port": "http"}] * 3
    (mount,) = container["volumeMounts"]
    assert (mount["mountPath"], mount["name"]) == (environment()["HOME"], pod["volumes"][0]["name"])
    assert environment()["TORCH_HOME"].startswith(mount["mountPath"])


def test_manifests_lead_from_the_host_to_the_replicas():
    found = manifests()
    deployment, service, ingress = (found[kind] for kind in ("Deployment", "Service", "Ingress"))
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert deployment["spec"]["selector"]["matchLabels"] == service["spec"]["selector"] == labels
    assert deployment["spec"]["replicas"] == 2
    assert service["spec"]["sessionAffinity"] == "ClientIP"
    (rule,) = ingress["spec"]["rules"]
    backend = rule["http"]["paths"][0]["backend"]["service"]
    assert (backend["name"], backend["port"]["name"]) == (
        service["metadata"]["name"],
        service["spec"]["ports"][0]["name"],
    )
    variables = {one["name"]: one["value"] for one in deployment["spec"]["template"]["spec"]["containers"][0]["env"]}
    assert variables["STREAMLIT_BROWSER_SERVER_ADDRESS"] == rule["host"]


def test_manifests_and_nginx_bound_bodies_alike():
    noted = manifests()["Ingress"]["metadata"]["annotations"]
    size = noted["nginx.ingress.kubernetes.io/proxy-body-size"]
    text = NGINX_FILE.read_text(encoding="utf-8")
    assert f"client_max_body_size {size};" in text
    assert noted["nginx.ingress.kubernetes.io/session-cookie-name"] in text


def test_the_guide_names_files_that_are_there():
    text = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bdeploy/[\w.]*\w", text))
    assert {"deploy/nginx.conf", "deploy/Containerfile", "deploy/kubernetes.yaml"} <= named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.long
@pytest.mark.skipif(BWRAP is None, reason=ABSENT)
def test_its_tree_is_served_where_nothing_can_be_written_but_tmp(tmp_path):
    """By a user without rights; the pages are complete, and a picture of one's own is opened."""
    port = free_port()
    tree = copied(tmp_path / "app")
    program = [word.replace(PORT, str(port)) for word in command(*said("CMD"))]
    walls = ["--unshare-user", "--uid", "10001", "--gid", "10001", "--die-with-parent", "--ro-bind", "/", "/"]
    walls += [
        "--ro-bind",
        str(tree),
        "/mnt",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--tmpfs",
        environment()["HOME"],
    ]
    if Path(sys.prefix).is_relative_to(environment()["HOME"]):
        walls += ["--ro-bind", sys.prefix, sys.prefix]
    bin_folder = Path(sys.executable).parent
    variables = {"PATH": f"{bin_folder}:{os.environ['PATH']}", **environment()}
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [BWRAP, *walls, "--chdir", "/mnt", *program], env=variables, stdout=output, stderr=output
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until(lambda: process.poll() is not None or answers(f"{address}/healthy"), "the server answers")
        assert process.poll() is None, log.read_text()
        asked = command(*said("HEALTHCHECK"))
        asked = [sys.executable, *asked[1:-1], asked[-1].replace(PORT, str(port))]
        assert subprocess.run(asked, check=False).returncode == 0
        wait_until(lambda: b"ready" in ask(f"{address}/healthy"), "the networks are loaded", 120)
        apart(looked_through(address))
    finally:
        process.terminate()
        process.wait(20)
    assert subprocess.run(asked, check=False, stderr=subprocess.DEVNULL).returncode != 0, "it tells what has stopped"
    assert "Traceback" not in log.read_text(), log.read_text()


async def looked_through(address):
    line = await Line.open(address)
    for page in ("", "convolution", "feature_maps", "networks"):
        assert (await line.ask(page, "")).exceptions == 0
    page = await line.send("feature_maps", "", noise(1), "mine")
    assert page.query["picture"] == "upload 1"
    await line.close()
