"""Ctrl-C and SIGTERM: training ends after its step and is saved; otherwise, or the second time, the process ends.

Nothing that a run writes is ever half there, so ending at once loses only what came after the last checkpoint. A
thread does it, because Python's own handlers wait until TensorFlow returns, which may take a long step. The signals'
numbers come to it through a socket, by `signal.set_wakeup_fd`.
"""

import contextlib
import os
import signal
import socket
import threading

HEARD = (signal.SIGINT, signal.SIGTERM)


class Signals:
    """Hears the two signals while it is entered (in the main thread; in any other it hears nothing).

    number: the signal that training is to stop for, or None. kept: () -> what to say of the last checkpoint.
    """

    def __init__(self, name):
        self._name, self._noting = name, False
        self.number = None
        self.kept = lambda: "nothing was trained yet"

    def __enter__(self):
        self._main = threading.current_thread() is threading.main_thread()
        if self._main:
            ears, self._voice = socket.socketpair()
            self._voice.setblocking(False)
            self._handlers = {number: signal.signal(number, lambda *_: None) for number in HEARD}
            self._fd = signal.set_wakeup_fd(self._voice.fileno())
            threading.Thread(target=self._listen, args=[ears], daemon=True).start()
        return self

    def __exit__(self, *error):
        if self._main:
            signal.set_wakeup_fd(self._fd)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._voice.close()  # which ends the thread

    @contextlib.contextmanager
    def noted(self):
        """Within, the first signal is only noted, in `number`."""
        self._noting = True
        try:
            yield
        finally:
            self._noting = False

    def _listen(self, ears):
        with ears:
            for byte in iter(lambda: ears.recv(1), b""):
                number = byte[0]
                if number not in HEARD:
                    continue
                if self._noting and not self.number:
                    self.number = number
                    self._say("stops after this step and saves it; once more ends at once")
                else:
                    self._say("ended at once; {}".format(self.kept()))
                    os._exit(128 + number)

    def _say(self, text):
        os.write(2, "\n{}: {}\n".format(self._name, text).encode())
