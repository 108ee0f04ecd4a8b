* Läser in en utgåva från Kompassen i SPSS (21 eller senare). Kör i mappen där filerna ligger.
SET UNICODE=ON DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='release_cells.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS=","
  /QUALIFIER='"'
  /FIRSTCASE=2
  /VARIABLES=
    table A64
    metric A64
    place A64
    place_level A64
    parent A64
    age_group A64
    period A64
    area A64
    rater A64
    status A64
    value_text A64
    n_text A64
    band A64.

* Varför ett tal saknas: -1 visas inte, -2 visas som spann, -3 ej tillämpligt.
NUMERIC value (F12.2).
IF (status='published') value=NUMBER(value_text,F12.6).
IF (value_text='protected') value=-1.
IF (value_text='band') value=-2.
IF (value_text='not_applicable') value=-3.
MISSING VALUES value (-3,-2,-1).
VALUE LABELS value -1 'visas inte' -2 'visas som spann' -3 'ej tillämpligt'.
NUMERIC n (F8.0).
IF (n_text<>'') n=NUMBER(n_text,F8.0).
VARIABLE LABELS value 'Värde' n 'Antal barn bakom talet' band 'Spann'.
EXECUTE.
DELETE VARIABLES value_text n_text.

* Åldersgruppen "alla" räknar alla tillsammans: summera den inte med de andra.
VALUE LABELS table
    'uptake' 'Stegen i processen'
    'area_mean' 'Medelskattning per område'
    'area_share' 'Behöver stärkas per område'
    'change' 'Förändring per område'
    'lead_time' 'Ledtider mellan stegen'.
VALUE LABELS metric
    'upptackarkort' 'Upptäckarkort'
    'barnsamtal' 'Barnsamtal'
    'uppfoljning' 'Uppföljningar'
    'signal_raised' 'Lyft till teamet'
    'upptackarkort_anmalan_socialtjanst' 'Upptäckarkort: anmälan till socialtjänsten'
    'upptackarkort_stod_egen_verksamhet' 'Upptäckarkort: stöd i egen verksamhet'
    'upptackarkort_aktivera_barnkontakt' 'Upptäckarkort: aktivera Barnkontakt'
    'barnkontakt_svar' 'Barnkontakt har svarat'
    'behovskompass' 'Första behovskompassen'
    'beslut' 'Beslut'
    'beslut_stod_egen_verksamhet' 'Beslut: stöd i egen verksamhet'
    'beslut_barnteam' 'Beslut: Barnteam'
    'beslut_individuellt_barnteam' 'Beslut: Individuellt barnteam'
    'barnteam' 'Barnteam'
    'uppfoljningssamtal' 'Uppföljningssamtal'
    'individuellt_barnteam' 'Individuellt barnteam'
    'barnets_plan' 'Barnets plan'
    'uppfoljning_forsenad' 'Uppföljningar som dröjt'
    'signal_decided' 'Beslutat i teamet'
    'behov_uppfyllt' 'Barnets behov är uppfyllt'
    'home_visit_offered' 'Erbjudna hembesök'
    'home_visit_accepted' 'Tackat ja till hembesök'
    'home_visit_1' 'Hembesök 1'
    'home_visit_2' 'Hembesök 2'
    'home_visit_3' 'Hembesök 3'
    'home_visit_4' 'Hembesök 4'
    'home_visit_5' 'Hembesök 5'
    'home_visit_6' 'Hembesök 6'
    'trained_1' 'Utbildade, steg 1'
    'trained_2' 'Utbildade, steg 2'
    'trained_3' 'Utbildade, steg 3'
    'trained_4' 'Utbildade, steg 4'
    'mean_score' 'Medelskattning'
    'share_needs_strengthening' 'Behöver stärkas'
    'change_improved' 'Förbättrats'
    'change_maintained' 'Bibehållet'
    'change_unchanged' 'Ingen tydlig förändring'
    'change_declined' 'Tillbaka'
    'lead_barnkontakt_svar_median' 'Upptäckarkort till svar, median'
    'lead_barnkontakt_svar_p25' 'Upptäckarkort till svar, en fjärdedel'
    'lead_barnkontakt_svar_p75' 'Upptäckarkort till svar, tre fjärdedelar'
    'lead_barnkontakt_svar_waiting' 'Upptäckarkort till svar, väntar ännu'
    'lead_barnsamtal_median' 'Upptäckarkort till Barnsamtal, median'
    'lead_barnsamtal_p25' 'Upptäckarkort till Barnsamtal, en fjärdedel'
    'lead_barnsamtal_p75' 'Upptäckarkort till Barnsamtal, tre fjärdedelar'
    'lead_barnsamtal_waiting' 'Upptäckarkort till Barnsamtal, väntar ännu'
    'lead_beslut_median' 'Barnsamtal till Beslut, median'
    'lead_beslut_p25' 'Barnsamtal till Beslut, en fjärdedel'
    'lead_beslut_p75' 'Barnsamtal till Beslut, tre fjärdedelar'
    'lead_beslut_waiting' 'Barnsamtal till Beslut, väntar ännu'
    'lead_barnteam_median' 'Beslut till Barnteam, median'
    'lead_barnteam_p25' 'Beslut till Barnteam, en fjärdedel'
    'lead_barnteam_p75' 'Beslut till Barnteam, tre fjärdedelar'
    'lead_barnteam_waiting' 'Beslut till Barnteam, väntar ännu'
    'lead_uppfoljningssamtal_median' 'Barnteam till Uppföljningssamtal, median'
    'lead_uppfoljningssamtal_p25' 'Barnteam till Uppföljningssamtal, en fjärdedel'
    'lead_uppfoljningssamtal_p75' 'Barnteam till Uppföljningssamtal, tre fjärdedelar'
    'lead_uppfoljningssamtal_waiting' 'Barnteam till Uppföljningssamtal, väntar ännu'
    'lead_individuellt_barnteam_median' 'Beslut till Individuellt barnteam, median'
    'lead_individuellt_barnteam_p25' 'Beslut till Individuellt barnteam, en fjärdedel'
    'lead_individuellt_barnteam_p75' 'Beslut till Individuellt barnteam, tre fjärdedelar'
    'lead_individuellt_barnteam_waiting' 'Beslut till Individuellt barnteam, väntar ännu'
    'lead_barnets_plan_median' 'Individuellt barnteam till Barnets plan, median'
    'lead_barnets_plan_p25' 'Individuellt barnteam till Barnets plan, en fjärdedel'
    'lead_barnets_plan_p75' 'Individuellt barnteam till Barnets plan, tre fjärdedelar'
    'lead_barnets_plan_waiting' 'Individuellt barnteam till Barnets plan, väntar ännu'.
VALUE LABELS place_level
    'kommun' 'kommun'
    'omrade' 'område'
    'unit' 'enhet'.
VALUE LABELS age_group
    'alla' 'alla åldrar'
    '0-2,5' '0–2,5 år'
    '1-6' '1–6 år'
    '7-12' '7–12 år'
    '13-16' '13–16 år'
    'utan_barnteam' 'utan barnteam'.
VALUE LABELS area
    'omsorg' 'Omsorg'
    'trygghet' 'Trygghet'
    'ma_bra' 'Må bra'
    'fritid' 'Fritid'
    'tillhorighet' 'Tillhörighet'
    'ansvarstagande' 'Ansvarstagande'
    'respekteras' 'Respekteras'
    'utvecklas' 'Utvecklas'.
VALUE LABELS rater
    'barn' 'barnets skattning'
    'vardnadshavare' 'vårdnadshavarens skattning'
    'barnteam' 'barnteamets skattning'
    'profession' 'verksamhetens skattning'.
VALUE LABELS status
    'published' 'visas'
    'band' 'visas som spann'
    'protected' 'visas inte'
    'not_applicable' 'ej tillämpligt'.
EXECUTE.
