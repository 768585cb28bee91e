"""Recognising the furniture of web pages in a plain text: lines that are no part of what a document says."""

import re

from storage.text.dates import find_date

_LINKS_TO_OTHERS = re.compile(
    r"(?:(?:read|see|learn|watch|listen|hear)\s+(?:more|also|next|now|this)|also\s+read|(?:you\s+)?(?:may|might)\s+also\s+like"
    r"|related(?:\s+(?:articles?|stor(?:y|ies)|posts?|news|content|topics?|links?|coverage))?|recommended(?:\s+for\s+you)?"
    r"|more\s+(?:on|from)\s+[^:：]{1,40}(?=[:：])|more\s+stories|up\s+next|trending|editor['’]?s\s+picks?"
    r"|(?:lire|voir)\s+aussi|à\s+lire\s+aussi|(?:leer|lea|ver)\s+(?:también|más)|(?:leia|veja)\s+(?:também|mais)"
    r"|читайте\s+также|по\s+теме|lesen\s+sie\s+auch|mehr\s+zum\s+thema|相关(?:链接|阅读|新闻|报道)|延伸阅读|推荐阅读|関連記事)"
    r"\s*(?:[:：>»|–—].*)?",
    re.IGNORECASE,
)
_SHARE_WORD = (
    r"(?:share|tweet|post|pin(?:\s?it)?|like|e-?mail|print|pdf|save|copy\s+link|link|follow|rss|comments?|bookmark|facebook"
    r"|twitter|x|whats?app|linked\s?in|telegram|reddit|pinterest|instagram|tumblr|flipboard|messenger|wechat|weibo|vk|line"
    r"|mastodon|bluesky|threads|youtube|微信|微博|分享|打印|partager|imprimer|compartir|imprimir|compartilhar"
    r"|поделиться|teilen|drucken)"
)
_TOO_LITTLE_ALONE = r"(?!(?:x|vk|line|post|link|like|save|threads|messenger|comments?)$)"
_SHARE_BUTTONS = re.compile(
    rf"{_TOO_LITTLE_ALONE}{_SHARE_WORD}(?:[\s,;|/·•&+:]+(?:(?:on|by|via|to|and|this)\s+)?{_SHARE_WORD})*\s*[:：]?",
    re.IGNORECASE,
)
_SHARE_SENTENCE = re.compile(
    r"(?:share|tweet|e-?mail|print|bookmark|save)\s+(?:this|on|via)\b.{0,50}"
    r"|(?:follow|like|find|join|subscribe\s+to)\s+us\b.{0,80}",
    re.IGNORECASE,
)
_PRINT_VERSION = re.compile(
    r"print(?:er)?[\s-]*(?:friendly|version|this\s+(?:page|article|post))\b.{0,40}|version\s+imprimable|versión\s+para\s+imprimir"
    r"|версия\s+для\s+печати|【?打印(?:本页)?】?|字号\s*[:：]?.{0,20}|(?:font|text)\s+size\s*[:：]?.{0,20}",
    re.IGNORECASE,
)
_CONTROLS = re.compile(
    r"(?:advertisement|advertising|sponsored(?:\s+content)?|promoted|publicité|publicidad|publicidade|реклама|anzeige|广告)"
    r"|(?:continue\s+reading|read\s+full\s+(?:story|article)|(?:show|load|view|see)\s+(?:more|all|less))(?:\s*[.…>»]*)"
    r"|skip\s+to\s+(?:main\s+)?(?:content|navigation)|back\s+to\s+(?:top|home(?:page)?|list)|(?:previous|next)\s+(?:article|post|page)"
    r"|(?:log|sign)\s+(?:in|up|out)(?:\s+(?:to|for)\s+.{1,60})?|subscribe(?:\s+(?:now|today|to\s+our\s+.{1,40}))?"
    r"|(?:accept|reject|manage)\s+(?:all\s+)?cookies.{0,40}|click\s+here\b.{0,60}|leave\s+a\s+(?:comment|reply)|post\s+a\s+comment"
    r"|\d[\d,.]*\s*(?:k|m)?\s+(?:comments?|shares?|views?|likes?|min(?:ute)?s?\s+read)|\(?\d+\s+votes?.{0,30}\)?"
    r"|home\s*(?:[>»›/|].{1,80})|(?:tags?|filed\s+under)\s*[:：].{0,200}"
    r"|关闭窗口|返回(?:顶部|首页)|上一篇.{0,60}|下一篇.{0,60}|【?关闭】?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:copyright\s*(?:©|\(c\)|\d{4})|©|\(c\)\s*\d{4}|版权所有|все\s+права\s+защищены|tous\s+droits\s+réservés).{0,200}"
    r"|.{0,120}\ball\s+rights\s+reserved\.?",
    re.IGNORECASE,
)
_PICTURE_CREDIT = re.compile(
    r"[(\[（【](?:[^()\[\]（）【】]{0,40}[\s/])?(?:photos?|images?|pictures?|pics?|photograph|illustration|foto(?:s|grafía)?|фото|图片?|照片)"
    r"(?:\s+(?:by|credit|courtesy|from|via|source|de|par|von))?\s*(?:[/:：].{1,80}|\s.{1,80})?[)\]）】]\.?$"
    r"|[(\[（【](?:xinhua|reuters|afp|ap|epa|getty(?:\s+images)?|tass|ria\s+novosti|vna|kcna|anadolu|efe|dpa|ansa|新华社)\s*[/／].{1,80}[)\]）】]\.?$"
    r"|(?:记者|通讯员).{1,20}摄(?:影)?[)）】]?[。.]?$",
    re.IGNORECASE,
)
_PICTURE_LABEL = re.compile(
    r"(?:file\s+photo|photo(?:graph)?|image|picture)(?:\s+(?:credit|courtesy|by))?\s*(?:[:：]|\bby\b).{1,120}"
    r"|(?:crédit\s+photo|photo\s+d['’]archives|фото|图(?:为|片说明|片来源))\s*[:：]?.{1,120}",
    re.IGNORECASE,
)
_AROUND_A_DATE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|created|updated|modified|last\s+(?:updated|modified)|date|publié|publicado|опубликовано"
    r"|发布时间|发表时间|时间|日期|更新时间|来源)(?:\s+(?:on|at|le|el|em))?"
    r"|来源\s*[:：]\s*\S{1,20}|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|星期[一二三四五六日]"
    r"|at|on|am|pm|gmt|utc|ist|est|edt|cet|bst|h|\d{1,2}[:：h]\d{2}(?:[:：]\d{2})?|[\s,;.:：|/\\·•()\[\]–—\-])+",
    re.IGNORECASE,
)
_CHANGED_LATER = re.compile(r"updated|modified|更新", re.IGNORECASE)
_CREDIT_BEGINS = re.compile(r"[(\[（【记通]")
_WHOLE_LINES = re.compile(
    "|".join(
        f"(?:{kind.pattern})"
        for kind in (
            _LINKS_TO_OTHERS, _PICTURE_LABEL, _SHARE_BUTTONS, _SHARE_SENTENCE, _PRINT_VERSION, _CONTROLS, _RIGHTS,
        )
    ),
    re.IGNORECASE,
)  # fmt: skip
_LONGEST_FURNITURE = 300
_LONGEST_STAMP = 80


def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture wherever it stands: links, share buttons, controls, picture captions."""
    words = line.strip()
    if not words or len(words) > _LONGEST_FURNITURE:
        return False
    if _CREDIT_BEGINS.search(words) and _PICTURE_CREDIT.search(words):
        return True
    return _WHOLE_LINES.fullmatch(words) is not None


def date_stamp(line: str) -> str | None:
    """Return the EDTF date of a line that holds a date and nothing else that matters, or None."""
    words = line.strip()
    if len(words) > _LONGEST_STAMP:
        return None
    date = find_date(words)
    if date is None:
        return None
    around = (words[: date.start] + " " + words[date.end :]).strip()
    return date.edtf if not around or _AROUND_A_DATE.fullmatch(around) else None


def says_changed(line: str) -> bool:
    """Tell whether a date stamp says when a page was changed, not when it was published."""
    return _CHANGED_LATER.search(line) is not None
