"""A mail server for the tests: keeps what it takes, as JSON files, and refuses what it is told to refuse.

smtp_server.py PORT FOLDER. Files in FOLDER tell it what to do: `busy` holds how many more letters get 451;
every address in `unknown` gets 550, which repeats the address, as servers like to do; `slow` holds the seconds
before a letter is taken.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.taken = 0

    def told(self, name):
        file = self.folder / name
        return file.read_text().strip() if file.exists() else ""

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.told("unknown").split():
            return f"550 5.1.1 <{address}>: no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        busy = int(self.told("busy") or 0)
        if busy > 0:
            (self.folder / "busy").write_text(str(busy - 1))
            return "451 4.7.1 come back later"
        await asyncio.sleep(float(self.told("slow") or 0))
        self.taken += 1
        self.keep(f"{self.taken:04}", envelope)
        return "250 2.0.0 taken"

    def keep(self, name, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = lambda kind: message.get_body(preferencelist=(kind,)).get_content()
        kept = {
            "recipients": envelope.rcpt_tos,
            "headers": {key.lower(): str(value) for key, value in message.items()},
            "raw": envelope.content.decode("ascii"),
            "text": part("plain"),
            "html": part("html"),
        }
        # Whoever looks sees a whole file or none.
        (self.folder / name).write_text(json.dumps(kept))
        (self.folder / name).rename(self.folder / f"{name}.json")


async def main():
    port, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    handler = Handler(folder)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="post.example.org"), "127.0.0.1", port)
    (folder / "ready").touch()
    await server.serve_forever()


asyncio.run(main())
