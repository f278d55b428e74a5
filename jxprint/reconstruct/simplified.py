"""Traditional forms of surnames and of the trade's words, read as simplified ones, one character for one: for looking
only. No text is written with them.
"""

from __future__ import annotations

_PAIRS = (
    "記记報报訊讯攝摄編编輯辑圖图題题電电責责員员聞闻轉转據据資资華华與与專专發发問问對对見见習习實实約约譯译繪绘"
    "畫画陳陈張张劉刘楊杨趙赵黃黄吳吴孫孙馬马鄭郑謝谢許许韓韩馮冯鄧邓葉叶蔣蒋蘇苏盧卢賈贾鍾钟鐘钟範范陸陆龍龙"
    "萬万錢钱湯汤喬乔賴赖龔龚顧顾羅罗蕭萧閻阎韋韦溫温齊齐嚴严賀贺紀纪連连莊庄歐欧陽阳東东門门點点號号時时國国"
    "綜综體体聲声視视頁页電电話话網网論论談谈讀读讀读筆笔從从後后來来個个個个說说這这為为們们會会長长師师學学"
    "評评訪访傳传廣广業业導导處处審审監监製制設设計计藝艺術术書书開开場场樂乐鄉乡鎮镇縣县區区臺台灣湾簡简"
    "費费鄒邹賁贲閔闵駱骆龐庞樊樊聶聂藍蓝麥麦樓楼單单盧卢畢毕鮑鲍鳳凤袁袁倪倪呂吕葛葛滿满買买賽赛週周幾几"
)
_FORMS = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}


def simplified(text: str) -> str:
    """The text as the tables of this room read it."""
    return text.translate(_FORMS)
