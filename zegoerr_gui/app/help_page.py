"""The help: one page on what the window shows, what can be brought to it, and where what it keeps lies."""

from typing import Final

from zegoerr_gui import places
from zegoerr_gui.app.page_text import read_page
from zegoerr_gui.core.log.spool import spools_folder
from zegoerr_gui.widgets.text_page import Group

_PAGE: Final = """
# The window
The table has the codes, the log stands under it, and beside both stands what is known of the chosen code.
Choose a code, and the log goes to its first line. Choose a line with a code, and that code is shown.
Letters go to the filter from anywhere. [Esc] takes back one thing after another.
[F1] lists all keys. [Ctrl+Shift+P] finds every action and every code by its words.
# Bring a log
Paste | [Ctrl+V]. A text of several lines, or of more than 200 characters, is a log. A shorter one is looked up.
Open or drop | [Ctrl+O]. Files of any size, several at once, also .gz, .zip and .har. Each log gets a tab.
While it is read | Go on working: what was found so far can be used at once. Reading can be stopped.
When it grows | [F5] reads what was added, [Shift+F5] follows the file.
Wrong letters | Choose another encoding in the menu Log.
# Marks in the log
Filled | In an error line: the SDK reports an error in this place.
Outlined | Looks like an error: a word for it, or the SDK's own text, stands beside the number.
Dotted | Only a number: it is equal to a code, but nothing beside it tells more.
Set aside | Numbers that only look like codes, such as dates, prices and IDs. They are counted, not marked.
Why | Under the log stands why the current mark is what it is.
# Codes and failures
3× | Failures, not lines: the SDK tells one failure on several lines. What is retried is one failure.
failed | It ended with the failure.
retrying | The SDK was still trying when the log ended.
recovered | It worked afterwards, in the same room or stream.
unknown | The log does not tell how it ended.
Next move | Who does something first: the app's developer, the end user, ZEGOCLOUD support, or nobody.
SDK only | The SDK knows the code, the vendor's page does not.
Unknown code | No catalogue has it. The nearest codes are shown.
# Look up
1103061 | This code, whatever words stand around it.
1103 | Codes that begin with these digits, then those that have them inside.
1103020-28 | Codes from 1103020 to 1103028.
token login | Entries with both words, in any order.
"token expired" | These words side by side.
login -token | With the first word, without the second.
family:room | Codes of a family. So do next:network, api:loginRoom, tag:limit and in:log.
An error text | As the console prints it: its code comes first.
More examples | [?] in the empty filter shows them.
# Your own
Notes | [Ctrl+N] writes a note on any code. It can be looked up, and stands first in what is known of the code.
Pins | [Ctrl+D] pins a code. The menu Codes shows all pinned codes and all with a note.
Recent | [Ctrl+Shift+O] offers the logs opened last, [Alt+Down] the queries. Both can be forgotten in the menu File.
Next start | The logs come back, each at its line. The settings, [Ctrl+,], say whether.
# Catalogues
Several | In the menu Catalogue they are added, and switched on and off. Where two have one number, the entry of the
    log's platform comes first; the other stands below it.
Your team | A folder of your team's own adds notes, better words and codes. It is read, never written to.
When files change | What is new in them is shown within seconds. A file that is broken keeps its last good words.
# Notes and pins
Note | [Ctrl+N] writes a note of your own on a code, [Esc] leaves it. It is saved by itself, and searched.
Pin | [Ctrl+D]. The menu Codes lists pinned codes, and codes with a note.
For the team | The menu File writes notes and pins to a file for colleagues, and takes theirs over beside yours.
Recent | [Ctrl+Shift+O] logs, [Alt+Down] queries. The menu File forgets them, one by one or all.
# Answer
Reply | [Ctrl+R] writes the answer to a ticket: tick the failures, edit, copy. Nothing is sent.
For support | [Ctrl+Shift+E] copies the case of the chosen code for ZEGOCLOUD support.
Report | [Ctrl+E] saves all that the log tells as one page.
# Secrets
Masked | In what is copied or saved, labels such as <token-1> take the place of tokens, secrets, passwords, signed
    addresses, client IPs, e-mail addresses and phone numbers.
Not masked | AppID, room, user and stream IDs, since support needs them. A reply can mask them too.
Copy original | In the menu Edit: copies the log as it stands.
# What is kept
Nothing leaves this computer. A pasted log is never kept.
Settings | {settings}
Your work | {data}
Private copies | {copies}, for archives and the like. They are removed when the log is closed.
Portable | Put an empty file named portable.ini beside the program, and all of it stays there.
"""


def help_groups() -> list[Group]:
    """The page, with the places of the settings, of what the agent's work leaves, and of private copies."""
    lies = {"settings": places.settings_file(), "data": places.data_folder(), "copies": spools_folder()}
    return read_page(_PAGE, "help", **{name: str(place) for name, place in lies.items()})
