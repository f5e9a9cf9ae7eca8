/// The tables of folding: pairs of a character and what it becomes, as one text each.
///
/// Made from the Unicode character database; compatibility ideographs stand as escapes, since
/// editors like to normalise them away.
enum FoldingTables {
  /// CJK and Kangxi radicals and their Equivalent_Unified_Ideograph.
  static let radicals = """
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑\
    ⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王\
    ⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑\
    ⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長\
    ⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼\
    ⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿⼄乙⼅亅\
    ⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力⼓勹⼔匕⼕匚⼖匸⼗十⼘卜⼙卩\
    ⼚厂⼛厶⼜又⼝口⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山\
    ⼮巛⼯工⼰己⼱巾⼲干⼳幺⼴广⼵廴⼶廾⼷弋⼸弓⼹彐⼺彡⼻彳⼼心⼽戈⼾戶⼿手⽀支⽁攴\
    ⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气⽔水⽕火\
    ⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽦疋⽧疒⽨癶⽩白\
    ⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而\
    ⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾\
    ⾒見⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走⾜足⾝身⾞車⾟辛⾠辰⾡辵⾢邑⾣酉⾤釆⾥里\
    ⾦金⾧長⾨門⾩阜⾪隶⾫隹⾬雨⾭靑⾮非⾯面⾰革⾱韋⾲韭⾳音⾴頁⾵風⾶飛⾷食⾸首⾹香\
    ⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎\
    ⿎鼓⿏鼠⿐鼻⿑齊⿒齒⿓龍⿔龜⿕龠
    """

  /// Compatibility ideographs that have a decomposition.
  static let compatibilityIdeographs = """
    \u{F900}豈\u{F901}更\u{F902}車\u{F903}賈\
    \u{F904}滑\u{F905}串\u{F906}句\u{F907}龜\
    \u{F908}龜\u{F909}契\u{F90A}金\u{F90B}喇\
    \u{F90C}奈\u{F90D}懶\u{F90E}癩\u{F90F}羅\
    \u{F910}蘿\u{F911}螺\u{F912}裸\u{F913}邏\
    \u{F914}樂\u{F915}洛\u{F916}烙\u{F917}珞\
    \u{F918}落\u{F919}酪\u{F91A}駱\u{F91B}亂\
    \u{F91C}卵\u{F91D}欄\u{F91E}爛\u{F91F}蘭\
    \u{F920}鸞\u{F921}嵐\u{F922}濫\u{F923}藍\
    \u{F924}襤\u{F925}拉\u{F926}臘\u{F927}蠟\
    \u{F928}廊\u{F929}朗\u{F92A}浪\u{F92B}狼\
    \u{F92C}郎\u{F92D}來\u{F92E}冷\u{F92F}勞\
    \u{F930}擄\u{F931}櫓\u{F932}爐\u{F933}盧\
    \u{F934}老\u{F935}蘆\u{F936}虜\u{F937}路\
    \u{F938}露\u{F939}魯\u{F93A}鷺\u{F93B}碌\
    \u{F93C}祿\u{F93D}綠\u{F93E}菉\u{F93F}錄\
    \u{F940}鹿\u{F941}論\u{F942}壟\u{F943}弄\
    \u{F944}籠\u{F945}聾\u{F946}牢\u{F947}磊\
    \u{F948}賂\u{F949}雷\u{F94A}壘\u{F94B}屢\
    \u{F94C}樓\u{F94D}淚\u{F94E}漏\u{F94F}累\
    \u{F950}縷\u{F951}陋\u{F952}勒\u{F953}肋\
    \u{F954}凜\u{F955}凌\u{F956}稜\u{F957}綾\
    \u{F958}菱\u{F959}陵\u{F95A}讀\u{F95B}拏\
    \u{F95C}樂\u{F95D}諾\u{F95E}丹\u{F95F}寧\
    \u{F960}怒\u{F961}率\u{F962}異\u{F963}北\
    \u{F964}磻\u{F965}便\u{F966}復\u{F967}不\
    \u{F968}泌\u{F969}數\u{F96A}索\u{F96B}參\
    \u{F96C}塞\u{F96D}省\u{F96E}葉\u{F96F}說\
    \u{F970}殺\u{F971}辰\u{F972}沈\u{F973}拾\
    \u{F974}若\u{F975}掠\u{F976}略\u{F977}亮\
    \u{F978}兩\u{F979}凉\u{F97A}梁\u{F97B}糧\
    \u{F97C}良\u{F97D}諒\u{F97E}量\u{F97F}勵\
    \u{F980}呂\u{F981}女\u{F982}廬\u{F983}旅\
    \u{F984}濾\u{F985}礪\u{F986}閭\u{F987}驪\
    \u{F988}麗\u{F989}黎\u{F98A}力\u{F98B}曆\
    \u{F98C}歷\u{F98D}轢\u{F98E}年\u{F98F}憐\
    \u{F990}戀\u{F991}撚\u{F992}漣\u{F993}煉\
    \u{F994}璉\u{F995}秊\u{F996}練\u{F997}聯\
    \u{F998}輦\u{F999}蓮\u{F99A}連\u{F99B}鍊\
    \u{F99C}列\u{F99D}劣\u{F99E}咽\u{F99F}烈\
    \u{F9A0}裂\u{F9A1}說\u{F9A2}廉\u{F9A3}念\
    \u{F9A4}捻\u{F9A5}殮\u{F9A6}簾\u{F9A7}獵\
    \u{F9A8}令\u{F9A9}囹\u{F9AA}寧\u{F9AB}嶺\
    \u{F9AC}怜\u{F9AD}玲\u{F9AE}瑩\u{F9AF}羚\
    \u{F9B0}聆\u{F9B1}鈴\u{F9B2}零\u{F9B3}靈\
    \u{F9B4}領\u{F9B5}例\u{F9B6}禮\u{F9B7}醴\
    \u{F9B8}隸\u{F9B9}惡\u{F9BA}了\u{F9BB}僚\
    \u{F9BC}寮\u{F9BD}尿\u{F9BE}料\u{F9BF}樂\
    \u{F9C0}燎\u{F9C1}療\u{F9C2}蓼\u{F9C3}遼\
    \u{F9C4}龍\u{F9C5}暈\u{F9C6}阮\u{F9C7}劉\
    \u{F9C8}杻\u{F9C9}柳\u{F9CA}流\u{F9CB}溜\
    \u{F9CC}琉\u{F9CD}留\u{F9CE}硫\u{F9CF}紐\
    \u{F9D0}類\u{F9D1}六\u{F9D2}戮\u{F9D3}陸\
    \u{F9D4}倫\u{F9D5}崙\u{F9D6}淪\u{F9D7}輪\
    \u{F9D8}律\u{F9D9}慄\u{F9DA}栗\u{F9DB}率\
    \u{F9DC}隆\u{F9DD}利\u{F9DE}吏\u{F9DF}履\
    \u{F9E0}易\u{F9E1}李\u{F9E2}梨\u{F9E3}泥\
    \u{F9E4}理\u{F9E5}痢\u{F9E6}罹\u{F9E7}裏\
    \u{F9E8}裡\u{F9E9}里\u{F9EA}離\u{F9EB}匿\
    \u{F9EC}溺\u{F9ED}吝\u{F9EE}燐\u{F9EF}璘\
    \u{F9F0}藺\u{F9F1}隣\u{F9F2}鱗\u{F9F3}麟\
    \u{F9F4}林\u{F9F5}淋\u{F9F6}臨\u{F9F7}立\
    \u{F9F8}笠\u{F9F9}粒\u{F9FA}狀\u{F9FB}炙\
    \u{F9FC}識\u{F9FD}什\u{F9FE}茶\u{F9FF}刺\
    \u{FA00}切\u{FA01}度\u{FA02}拓\u{FA03}糖\
    \u{FA04}宅\u{FA05}洞\u{FA06}暴\u{FA07}輻\
    \u{FA08}行\u{FA09}降\u{FA0A}見\u{FA0B}廓\
    \u{FA0C}兀\u{FA0D}嗀\u{FA10}塚\u{FA12}晴\
    \u{FA15}凞\u{FA16}猪\u{FA17}益\u{FA18}礼\
    \u{FA19}神\u{FA1A}祥\u{FA1B}福\u{FA1C}靖\
    \u{FA1D}精\u{FA1E}羽\u{FA20}蘒\u{FA22}諸\
    \u{FA25}逸\u{FA26}都\u{FA2A}飯\u{FA2B}飼\
    \u{FA2C}館\u{FA2D}鶴\u{FA2E}郞\u{FA2F}隷\
    \u{FA30}侮\u{FA31}僧\u{FA32}免\u{FA33}勉\
    \u{FA34}勤\u{FA35}卑\u{FA36}喝\u{FA37}嘆\
    \u{FA38}器\u{FA39}塀\u{FA3A}墨\u{FA3B}層\
    \u{FA3C}屮\u{FA3D}悔\u{FA3E}慨\u{FA3F}憎\
    \u{FA40}懲\u{FA41}敏\u{FA42}既\u{FA43}暑\
    \u{FA44}梅\u{FA45}海\u{FA46}渚\u{FA47}漢\
    \u{FA48}煮\u{FA49}爫\u{FA4A}琢\u{FA4B}碑\
    \u{FA4C}社\u{FA4D}祉\u{FA4E}祈\u{FA4F}祐\
    \u{FA50}祖\u{FA51}祝\u{FA52}禍\u{FA53}禎\
    \u{FA54}穀\u{FA55}突\u{FA56}節\u{FA57}練\
    \u{FA58}縉\u{FA59}繁\u{FA5A}署\u{FA5B}者\
    \u{FA5C}臭\u{FA5D}艹\u{FA5E}艹\u{FA5F}著\
    \u{FA60}褐\u{FA61}視\u{FA62}謁\u{FA63}謹\
    \u{FA64}賓\u{FA65}贈\u{FA66}辶\u{FA67}逸\
    \u{FA68}難\u{FA69}響\u{FA6A}頻\u{FA6B}恵\
    \u{FA6C}𤋮\u{FA6D}舘\u{FA70}並\u{FA71}况\
    \u{FA72}全\u{FA73}侀\u{FA74}充\u{FA75}冀\
    \u{FA76}勇\u{FA77}勺\u{FA78}喝\u{FA79}啕\
    \u{FA7A}喙\u{FA7B}嗢\u{FA7C}塚\u{FA7D}墳\
    \u{FA7E}奄\u{FA7F}奔\u{FA80}婢\u{FA81}嬨\
    \u{FA82}廒\u{FA83}廙\u{FA84}彩\u{FA85}徭\
    \u{FA86}惘\u{FA87}慎\u{FA88}愈\u{FA89}憎\
    \u{FA8A}慠\u{FA8B}懲\u{FA8C}戴\u{FA8D}揄\
    \u{FA8E}搜\u{FA8F}摒\u{FA90}敖\u{FA91}晴\
    \u{FA92}朗\u{FA93}望\u{FA94}杖\u{FA95}歹\
    \u{FA96}殺\u{FA97}流\u{FA98}滛\u{FA99}滋\
    \u{FA9A}漢\u{FA9B}瀞\u{FA9C}煮\u{FA9D}瞧\
    \u{FA9E}爵\u{FA9F}犯\u{FAA0}猪\u{FAA1}瑱\
    \u{FAA2}甆\u{FAA3}画\u{FAA4}瘝\u{FAA5}瘟\
    \u{FAA6}益\u{FAA7}盛\u{FAA8}直\u{FAA9}睊\
    \u{FAAA}着\u{FAAB}磌\u{FAAC}窱\u{FAAD}節\
    \u{FAAE}类\u{FAAF}絛\u{FAB0}練\u{FAB1}缾\
    \u{FAB2}者\u{FAB3}荒\u{FAB4}華\u{FAB5}蝹\
    \u{FAB6}襁\u{FAB7}覆\u{FAB8}視\u{FAB9}調\
    \u{FABA}諸\u{FABB}請\u{FABC}謁\u{FABD}諾\
    \u{FABE}諭\u{FABF}謹\u{FAC0}變\u{FAC1}贈\
    \u{FAC2}輸\u{FAC3}遲\u{FAC4}醙\u{FAC5}鉶\
    \u{FAC6}陼\u{FAC7}難\u{FAC8}靖\u{FAC9}韛\
    \u{FACA}響\u{FACB}頋\u{FACC}頻\u{FACD}鬒\
    \u{FACE}龜\u{FACF}𢡊\u{FAD0}𢡄\u{FAD1}𣏕\
    \u{FAD2}㮝\u{FAD3}䀘\u{FAD4}䀹\u{FAD5}𥉉\
    \u{FAD6}𥳐\u{FAD7}𧻓\u{FAD8}齃\u{FAD9}龎
    """

  /// Half-width marks and katakana.
  static let halfWidthKana = """
    ｡。｢「｣」､、･・ｦヲｧァｨィｩゥｪェｫォｬャｭュｮョｯッｰーｱアｲイｳウｴエ\
    ｵオｶカｷキｸクｹケｺコｻサｼシｽスｾセｿソﾀタﾁチﾂツﾃテﾄトﾅナﾆニﾇヌﾈネ\
    ﾉノﾊハﾋヒﾌフﾍヘﾎホﾏマﾐミﾑムﾒメﾓモﾔヤﾕユﾖヨﾗラﾘリﾙルﾚレﾛロﾜワ\
    ﾝン
    """

  /// Kana and the same kana with a voiced sound mark.
  static let voiced = """
    ウヴカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベ\
    ホボワヷヰヸヱヹヲヺヽヾうゔかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづ\
    てでとどはばひびふぶへべほぼゝゞ
    """

  /// Kana and the same kana with a half-voiced sound mark.
  static let halfVoiced = """
    ハパヒピフプヘペホポはぱひぴふぷへぺほぽ
    """

  /// Square and letter-like forms, each followed by its parts; forms are kept apart by spaces.
  static let composed = """
    ℀a/c ℃°C ℅c/o ℉°F ℓl №No ℡TEL ™TM ΩΩ KK ÅÅ ℻\
    FAX ㋀1月 ㋁2月 ㋂3月 ㋃4月 ㋄5月 ㋅6月 ㋆7月 ㋇8月 ㋈9月 ㋉10月\
     ㋊11月 ㋋12月 ㋌Hg ㋍erg ㋎eV ㋏LTD ㋿令和 ㌀アパート ㌁アルファ\
     ㌂アンペア ㌃アール ㌄イニング ㌅インチ ㌆ウォン ㌇エスクード ㌈エーカー ㌉オン\
    ス ㌊オーム ㌋カイリ ㌌カラット ㌍カロリー ㌎ガロン ㌏ガンマ ㌐ギガ ㌑ギニー ㌒\
    キュリー ㌓ギルダー ㌔キロ ㌕キログラム ㌖キロメートル ㌗キロワット ㌘グラム ㌙グ\
    ラムトン ㌚クルゼイロ ㌛クローネ ㌜ケース ㌝コルナ ㌞コーポ ㌟サイクル ㌠サンチー\
    ム ㌡シリング ㌢センチ ㌣セント ㌤ダース ㌥デシ ㌦ドル ㌧トン ㌨ナノ ㌩ノット \
    ㌪ハイツ ㌫パーセント ㌬パーツ ㌭バーレル ㌮ピアストル ㌯ピクル ㌰ピコ ㌱ビル ㌲\
    ファラッド ㌳フィート ㌴ブッシェル ㌵フラン ㌶ヘクタール ㌷ペソ ㌸ペニヒ ㌹ヘルツ\
     ㌺ペンス ㌻ページ ㌼ベータ ㌽ポイント ㌾ボルト ㌿ホン ㍀ポンド ㍁ホール ㍂ホー\
    ン ㍃マイクロ ㍄マイル ㍅マッハ ㍆マルク ㍇マンション ㍈ミクロン ㍉ミリ ㍊ミリバ\
    ール ㍋メガ ㍌メガトン ㍍メートル ㍎ヤード ㍏ヤール ㍐ユアン ㍑リットル ㍒リラ \
    ㍓ルピー ㍔ルーブル ㍕レム ㍖レントゲン ㍗ワット ㍘0点 ㍙1点 ㍚2点 ㍛3点 ㍜\
    4点 ㍝5点 ㍞6点 ㍟7点 ㍠8点 ㍡9点 ㍢10点 ㍣11点 ㍤12点 ㍥13点 ㍦\
    14点 ㍧15点 ㍨16点 ㍩17点 ㍪18点 ㍫19点 ㍬20点 ㍭21点 ㍮22点 \
    ㍯23点 ㍰24点 ㍱hPa ㍲da ㍳AU ㍴bar ㍵oV ㍶pc ㍷dm ㍸dm2\
     ㍹dm3 ㍺IU ㍻平成 ㍼昭和 ㍽大正 ㍾明治 ㍿株式会社 ㎀pA ㎁nA ㎂μA \
    ㎃mA ㎄kA ㎅KB ㎆MB ㎇GB ㎈cal ㎉kcal ㎊pF ㎋nF ㎌μF ㎍\
    μg ㎎mg ㎏kg ㎐Hz ㎑kHz ㎒MHz ㎓GHz ㎔THz ㎕μl ㎖ml ㎗\
    dl ㎘kl ㎙fm ㎚nm ㎛μm ㎜mm ㎝cm ㎞km ㎟mm2 ㎠cm2 ㎡m2\
     ㎢km2 ㎣mm3 ㎤cm3 ㎥m3 ㎦km3 ㎧m∕s ㎨m∕s2 ㎩Pa ㎪kPa\
     ㎫MPa ㎬GPa ㎭rad ㎮rad∕s ㎯rad∕s2 ㎰ps ㎱ns ㎲μs ㎳\
    ms ㎴pV ㎵nV ㎶μV ㎷mV ㎸kV ㎹MV ㎺pW ㎻nW ㎼μW ㎽mW ㎾\
    kW ㎿MW ㏀kΩ ㏁MΩ ㏂a.m. ㏃Bq ㏄cc ㏅cd ㏆C∕kg ㏇Co. \
    ㏈dB ㏉Gy ㏊ha ㏋HP ㏌in ㏍KK ㏎KM ㏏kt ㏐lm ㏑ln ㏒log\
     ㏓lx ㏔mb ㏕mil ㏖mol ㏗PH ㏘p.m. ㏙PPM ㏚PR ㏛sr ㏜S\
    v ㏝Wb ㏞V∕m ㏟A∕m ㏠1日 ㏡2日 ㏢3日 ㏣4日 ㏤5日 ㏥6日 ㏦7日 \
    ㏧8日 ㏨9日 ㏩10日 ㏪11日 ㏫12日 ㏬13日 ㏭14日 ㏮15日 ㏯16日 ㏰\
    17日 ㏱18日 ㏲19日 ㏳20日 ㏴21日 ㏵22日 ㏶23日 ㏷24日 ㏸25日 \
    ㏹26日 ㏺27日 ㏻28日 ㏼29日 ㏽30日 ㏾31日 ㏿gal ﬀff ﬁfi ﬂ\
    fl ﬃffi ﬄffl ﬅst ﬆst
    """
}
